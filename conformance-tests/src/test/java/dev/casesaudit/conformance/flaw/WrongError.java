package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.function.Consumer;

/** Flaws of one of the errors, so that what looks at others is not concerned. */
final class WrongError {

    private WrongError() {}

    /** Changes the response that carries the error of this name. */
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

    /** Changes the body of the error of this name. */
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
