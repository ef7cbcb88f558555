package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Valid bodies that are refused, and malformed ones that are accepted. */
final class RequestBodyFlaws extends FlawTable {

    private static final String MALFORMED = refused("400 SerializationException");

    private static final String ONE_EVENT = "/domains/stub-domain/cases/one-event/audit-history";

    @Override
    List<Flaw> flaws() {
        return List.of(
                mended(
                        "ignores-a-body-that-is-a-number",
                        body -> body.matches("\\d+") ? "{}" : body,
                        "request-body-number"),
                mended(
                        "ignores-a-body-that-is-a-boolean",
                        body -> body.equals("true") ? "{}" : body,
                        "request-body-boolean"),
                mended(
                        "ignores-a-word-behind-the-body",
                        body -> body.replaceFirst("} x$", "}"),
                        "request-body-trailing-text"),
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
                searchesTheBodyAsText(),
                lenient("reads-comments", JsonReadFeature.ALLOW_JAVA_COMMENTS, "request-body-comment"),
                lenient("reads-single-quotes", JsonReadFeature.ALLOW_SINGLE_QUOTES, "request-body-single-quotes"),
                lenient(
                        "reads-names-without-quotes",
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                        "request-body-unquoted-name"),
                lenient("reads-trailing-commas", JsonReadFeature.ALLOW_TRAILING_COMMA, "request-body-trailing-comma"),
                lenient(
                        "reads-leading-zeros",
                        JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                        "request-body-leading-zeros"),
                mended("reads-hexadecimal-numbers", body -> body.replace("0x19", "25"), "request-body-hex-number"),
                mended("skips-form-feeds", body -> body.replace('\f', ' '), "request-body-form-feed"),
                mended("replaces-what-is-not-utf-8", RequestBodyFlaws::decoded, "request-body-invalid-encoding"),
                mended("mends-truncated-bodies", RequestBodyFlaws::closed, "request-body-truncated"),
                mended(
                        "stops-at-the-end-of-the-first-value",
                        body -> body.replaceFirst("^(\\{[^{}]*\\}).+", "$1"),
                        "request-body-trailing-text",
                        "request-body-second-value"),
                mended(
                        "reads-the-last-of-two-values",
                        body -> body.endsWith("}{}") ? "{}" : body,
                        "request-body-second-value"),
                mended("decodes-a-body-twice", body -> body.equals("\"{}\"") ? "{}" : body, "request-body-string"),
                mended(
                        "takes-an-empty-list-for-no-members",
                        body -> body.equals("[]") ? "{}" : body,
                        "request-body-array"),
                mended("takes-null-for-no-body", body -> body.equals("null") ? "{}" : body, "request-body-null"),
                mended(
                        "ignores-a-body-that-is-a-number-or-boolean",
                        body -> body.matches("true|\\d+") ? "{}" : body,
                        "request-body-number",
                        "request-body-boolean"),
                readsNanAsAbsent());
    }

    // For one case only: a server that refuses all such requests would fail most checks.
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
            protected StubInput input(StubRequest request) {
                StubInput input = super.input(request);
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
                .caughtBy("request-body-escapes", SERVED_INVALID);
    }

    private static Flaw lenient(String name, JsonReadFeature feature, String id) {
        return Flaw.of(name, () -> new LenientService(feature)).caughtBy(id, SERVED_MALFORMED);
    }

    private static Flaw mended(String name, UnaryOperator<String> mend, String... ids) {
        return Flaw.of(name, () -> new Service() {
                    @Override
                    protected JsonNode parse(String body) {
                        return super.parse(mend.apply(body));
                    }
                })
                .caughtByEach(SERVED_MALFORMED, ids);
    }

    // The stub keeps bytes in ISO 8859-1.
    private static String decoded(String body) {
        String text = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String closed(String body) {
        return body.startsWith("{") && !body.contains("}") ? body + "}" : body;
    }

    private static Flaw readsNanAsAbsent() {
        return Flaw.of("takes-nan-for-no-number", () -> new LenientService(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) {
                    @Override
                    protected Optional<Integer> maxResults(JsonNode value) {
                        return Double.isNaN(value.asDouble()) ? Optional.empty() : super.maxResults(value);
                    }
                })
                .caughtBy("request-body-nan", SERVED_MALFORMED);
    }

    /** Accepts one extension of JSON. */
    private static class LenientService extends Service {

        private final JsonMapper mapper;

        LenientService(JsonReadFeature feature) {
            mapper = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(feature)
                    .build();
        }

        @Override
        protected JsonNode parse(String body) {
            JsonNode value;
            try {
                value = mapper.readTree(body.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw StubError.malformed("The body is not JSON");
            }
            if (!value.isObject()) {
                throw StubError.malformed("The body is not an object");
            }
            return value;
        }
    }
}
