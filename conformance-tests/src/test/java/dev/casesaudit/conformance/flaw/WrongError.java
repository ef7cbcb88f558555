package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.function.Consumer;

/** Flaws of one error, so that checks of other errors pass. */
final class WrongError {

    private WrongError() {}

    /** Changes the response with an error. */
    static Flaw reply(String flaw, String name, Consumer<StubReply> change) {
        return Flaw.of(flaw, () -> new Service() {
            @Override
            protected StubReply error(StubRequest request, StubError error) {
                StubReply reply = super.error(request, error);
                if (error.name().equals(name)) {
                    change.accept(reply);
                }
                return reply;
            }
        });
    }

    /** Changes the body of an error. */
    static Flaw body(String flaw, String name, Consumer<ObjectNode> change) {
        return Flaw.of(flaw, () -> new Service() {
            @Override
            protected StubReply error(StubRequest request, StubError error) {
                if (error.name().equals(name)) {
                    change.accept(error.body());
                }
                return super.error(request, error);
            }
        });
    }
}
