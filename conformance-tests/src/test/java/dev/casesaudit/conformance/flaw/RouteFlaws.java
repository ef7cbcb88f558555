package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Optional;

/** Flaws of the route and of unknown headers. */
final class RouteFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(knowsNoTrailingSlash(), readsTheQuery(), refusesHeadersOfSdks(), servesAnotherCase());
    }

    private static Flaw knowsNoTrailingSlash() {
        return Flaw.of("knows-no-trailing-slash", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        if (request.path().endsWith("/")) {
                            throw new StubError(404, "UnknownOperationException", "No operation has this route");
                        }
                        return super.route(request);
                    }
                })
                .caughtBy("request-route-trailing-slash", refused("404 UnknownOperationException"));
    }

    private static Flaw readsTheQuery() {
        return Flaw.of("reads-members-from-the-query", () -> new Service() {
                    @Override
                    protected StubInput input(StubRequest request) {
                        StubInput input = super.input(request);
                        String query = Optional.ofNullable(
                                        request.exchange().getRequestURI().getQuery())
                                .orElse("");
                        return query.contains("maxResults=0")
                                ? new StubInput(input.of(), Optional.of(0), input.nextToken())
                                : input;
                    }
                })
                .caughtBy("request-route-query", refused("400 ValidationException"));
    }

    private static Flaw refusesHeadersOfSdks() {
        return Flaw.of("refuses-headers-that-it-does-not-know", () -> new Service() {
                    @Override
                    protected StubInput input(StubRequest request) {
                        if (request.header("amz-sdk-request").isPresent()) {
                            throw new StubError(403, "AccessDeniedException", "This header is not allowed");
                        }
                        return super.input(request);
                    }
                })
                .caughtBy("request-sdk-headers", refused("403 AccessDeniedException"));
    }

    private static Flaw servesAnotherCase() {
        return Flaw.of("takes-a-slash-for-another-case", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        CaseRef one = super.route(request);
                        return request.path().endsWith("/") ? new CaseRef(one.domainId(), "some-events") : one;
                    }
                })
                .caughtBy(
                        "request-route-trailing-slash",
                        "at the response: expected events of case 'one-event' of domain 'stub-domain', got event 'some-events-003', which it does not have");
    }
}
