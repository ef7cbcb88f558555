package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The flaws that the checks of the table of the same name must catch. */
abstract class FlawTable {

    /** The finding if a malformed body is served. */
    static final String SERVED_MALFORMED =
            "at the response: expected 400 SerializationException or 400 ValidationException, got 200 with 1 event";

    /** The finding if an invalid value is served. */
    static final String SERVED_INVALID = "at the response: expected 400 ValidationException, got 200 with 1 event";

    abstract List<Flaw> flaws();

    /** The finding if a valid request is refused. */
    static String refused(String response) {
        return "at the response: expected 200 and a page of events, got " + response;
    }

    /** Changes the path of requests. */
    static Flaw routes(String name, UnaryOperator<String> as) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected CaseRef route(StubRequest request) {
                return super.route(request.to(as.apply(request.path())));
            }
        });
    }

    /** Changes responses. */
    static Flaw finishing(String name, BiConsumer<StubRequest, StubReply> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                change.accept(request, reply);
                return reply;
            }
        });
    }
}
