package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.function.Consumer;

/** Flaws that show in the case of every shape alone, so that what reads other cases is not concerned. */
final class EveryShape {

    private EveryShape() {}

    /** Changes the object at a pointer of the page, where the page has it. */
    static Flaw at(String name, String pointer, Consumer<ObjectNode> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected ObjectNode page(ObjectNode page) {
                boolean concerned = page.at("/auditEvents/0/eventId").asText().startsWith("shape-");
                if (concerned && page.at(pointer) instanceof ObjectNode object) {
                    change.accept(object);
                }
                return page;
            }
        });
    }

    /** Changes the answer that carries a page. */
    static Flaw reply(String name, Consumer<StubReply> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                if (request.path().contains("every-shape") && reply.status() == 200) {
                    change.accept(reply);
                }
                return reply;
            }
        });
    }
}
