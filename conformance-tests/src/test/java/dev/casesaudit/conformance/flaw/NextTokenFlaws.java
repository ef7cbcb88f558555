package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Flaws of the token in a request. */
final class NextTokenFlaws extends FlawTable {

    private static final String FAILED =
            "at the response: expected 400 ValidationException, got 500 InternalServerException";

    @Override
    List<Flaw> flaws() {
        return List.of(
                ignores("ignores-a-token-that-is-a-number", JsonNode::isNumber)
                        .caughtBy("request-next-token-number", SERVED_MALFORMED),
                ignores("takes-false-for-no-token", JsonNode::isBoolean)
                        .caughtBy("request-next-token-boolean", SERVED_MALFORMED),
                ignores("takes-an-empty-list-for-no-token", JsonNode::isArray)
                        .caughtBy("request-next-token-list", SERVED_MALFORMED),
                ignores("takes-an-empty-object-for-no-token", JsonNode::isObject)
                        .caughtBy("request-next-token-object", SERVED_MALFORMED),
                takesNullForAString(),
                fails("fails-on-an-empty-token", String::isEmpty)
                        .caughtBy(
                                "request-next-token-length-minimum",
                                "at the response: expected a page, or 400 ValidationException, got 500 InternalServerException"),
                fails("fails-on-a-long-token", token -> token.matches("a{8193,9000}"))
                        .caughtBy("request-next-token-length-maximum", FAILED),
                fails("fails-on-a-token-that-is-too-long", token -> token.length() == 9001)
                        .caughtBy("request-next-token-length-above-maximum", FAILED),
                fails("fails-on-a-very-long-token", token -> token.length() > 20_000)
                        .caughtBy(
                                "request-next-token-length-far-above-maximum",
                                "at the response: expected 400 ValidationException to 36000 characters, got 500 InternalServerException"),
                fails("fails-on-a-token-that-is-not-ascii", token -> token.startsWith("\ud83d\udce6"))
                        .caughtBy("request-next-token-counts-code-points", FAILED),
                limitsBodies());
    }

    private static Flaw ignores(String name, Predicate<JsonNode> which) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected Optional<String> nextToken(JsonNode value) {
                return which.test(value) ? Optional.empty() : super.nextToken(value);
            }
        });
    }

    private static Flaw takesNullForAString() {
        return Flaw.of("takes-a-null-token-for-a-string", () -> new Service() {
                    @Override
                    protected Optional<String> nextToken(JsonNode value) {
                        return value.isNull() ? Optional.of("null") : super.nextToken(value);
                    }
                })
                .caughtBy("request-next-token-null", refused("400 ValidationException"));
    }

    private static Flaw fails(String name, Predicate<String> on) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected void validate(StubInput input) {
                if (input.nextToken().filter(on).isPresent()) {
                    throw new StubError(500, "InternalServerException", "The token could not be decoded");
                }
                super.validate(input);
            }
        });
    }

    private static Flaw limitsBodies() {
        return Flaw.of("limits-bodies-to-8-kb", () -> new Service() {
                    @Override
                    protected StubInput input(StubRequest request) {
                        if (request.body().length() > 8192) {
                            throw new StubError(413, "RequestEntityTooLargeException", "The body is too large");
                        }
                        return super.input(request);
                    }
                })
                .caughtByEach(
                        "at the response: expected 400 ValidationException, got 413 RequestEntityTooLargeException",
                        "request-next-token-length-maximum",
                        "request-next-token-length-above-maximum");
    }
}
