package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Flaws in what is made of bodies that should be read. */
final class RequestBodyFlaws {

    private static final String MALFORMED = RequestFlaws.refused("400 SerializationException");

    private static final String ONE_EVENT = "/domains/stub-domain/cases/one-event/audit-history";

    private RequestBodyFlaws() {}

    static List<Flaw> all() {
        return List.of(
                refuses("demands-a-body", RequestBodyFlaws::absentBody)
                        .caughtByEach(MALFORMED, "request-body-absent", "response-one-event-history"),
                refuses("refuses-an-empty-body-with-a-content-type", RequestBodyFlaws::emptyBody)
                        .caughtBy("request-body-empty", MALFORMED),
                parses("refuses-an-object-without-members", RequestBodyFlaws::onlyWithMembers)
                        .caughtBy("request-body-empty-object", MALFORMED),
                refuses(
                                "wants-a-body-to-begin-with-a-brace",
                                request -> request.body().startsWith(" "))
                        .caughtBy("request-body-white-space", MALFORMED),
                refuses(
                                "takes-no-body-in-chunks",
                                request -> request.header("transfer-encoding").isPresent())
                        .caughtBy("request-body-chunked", MALFORMED),
                parses("refuses-unknown-members", RequestBodyFlaws::onlyKnown)
                        .caughtBy("request-body-unknown-members", MALFORMED),
                parses("looks-for-members-at-any-depth", RequestBodyFlaws::withNested)
                        .caughtBy("request-body-nested-unknown-members", MALFORMED),
                servesNothingForAnEmptyBody(),
                searchesTheBodyAsText());
    }

    // For one case alone: a server that refused all such requests would fail nearly every check of the kit.
    private static boolean absentBody(StubRequest request) {
        return request.body().isEmpty()
                && request.header("content-type").isEmpty()
                && request.exchange().getRequestURI().toString().equals(ONE_EVENT);
    }

    private static boolean emptyBody(StubRequest request) {
        return request.body().isEmpty() && request.header("content-type").isPresent();
    }

    private static JsonNode onlyWithMembers(JsonNode body) {
        if (body.isEmpty()) {
            throw StubError.malformed("The input has no members");
        }
        return body;
    }

    private static JsonNode onlyKnown(JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!List.of("maxResults", "nextToken").contains(name)) {
                throw StubError.malformed("The input has no member " + name);
            }
        });
        return body;
    }

    private static JsonNode withNested(JsonNode body) {
        JsonNode nested = body.findValue("maxResults");
        return nested == null ? body : ((ObjectNode) body).set("maxResults", nested);
    }

    private static Flaw refuses(String name, Predicate<StubRequest> which) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected Input input(StubRequest request) {
                Input input = super.input(request);
                if (which.test(request)) {
                    throw StubError.malformed("The body cannot be read");
                }
                return input;
            }
        });
    }

    private static Flaw parses(String name, UnaryOperator<JsonNode> as) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected JsonNode parse(String body) {
                return as.apply(super.parse(body));
            }
        });
    }

    private static Flaw servesNothingForAnEmptyBody() {
        return Flaw.of("serves-nothing-for-an-empty-body", () -> new Service() {
                    @Override
                    protected StubReply finish(StubRequest request, StubReply reply) {
                        return emptyBody(request) ? reply.body("{\"auditEvents\":[]}") : reply;
                    }
                })
                .caughtBy(
                        "request-body-empty",
                        "at the response: expected events of case 'one-event' of domain 'stub-domain', got a page without events or nextToken");
    }

    private static Flaw searchesTheBodyAsText() {
        return Flaw.of("searches-the-body-as-text", () -> new Service() {
                    @Override
                    protected JsonNode parse(String body) {
                        ObjectNode read = (ObjectNode) super.parse(body);
                        return body.contains("\"maxResults\"") ? read : read.without("maxResults");
                    }
                })
                .caughtBy("request-body-escapes", RequestFlaws.SERVED_INVALID);
    }
}
