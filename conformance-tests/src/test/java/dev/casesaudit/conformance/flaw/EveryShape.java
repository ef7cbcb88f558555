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

/** Flaws of the case of every shape only, so that checks of other cases pass. */
final class EveryShape {

    /** Removes a member. */
    static final JsonNode REMOVED = MissingNode.getInstance();

    static final JsonNode NULL = NullNode.getInstance();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EveryShape() {}

    /** A flaw with a finding at the changed value. */
    record ChangedValue(Flaw flaw, String pointer) {

        Flaw caughtBy(String id, String expected, String actual) {
            return flaw.caughtBy(id, "at " + new Mismatch(pointer, expected, actual));
        }
    }

    /** Changes the value of a member of the page. */
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

    /** Changes the object at a pointer of the page. */
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

    /** Changes the response with the page. */
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
