package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.text.Mismatch;
import java.util.function.Consumer;

/** Flaws that show in the case of every shape alone, so that what reads other cases is not concerned. */
final class EveryShape {

    /** A member that is left out. */
    static final JsonNode REMOVED = MissingNode.getInstance();

    static final JsonNode NULL = NullNode.getInstance();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EveryShape() {}

    /** A flaw whose finding is at the value that it changes. */
    record ChangedValue(Flaw flaw, String pointer) {

        Flaw caughtBy(String id, String expected, String actual) {
            return flaw.caughtBy(id, "at " + new Mismatch(pointer, expected, actual));
        }
    }

    /** Gives a member of the page another value, and the finding that comes of it. */
    static ChangedValue with(String name, String pointer, Object value) {
        int slash = pointer.lastIndexOf('/');
        String member = pointer.substring(slash + 1);
        Flaw flaw = at(name, pointer.substring(0, slash), object -> {
            if (value == REMOVED) {
                object.remove(member);
            } else {
                object.set(member, MAPPER.<JsonNode>valueToTree(value));
            }
        });
        return new ChangedValue(flaw, pointer);
    }

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

    /** Changes the response that carries a page. */
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
