package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Flaws of the page size. */
final class MaxResultsFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                reads("coerces-a-string-to-a-number", JsonNode::isTextual, JsonNode::asInt)
                        .caughtBy("request-max-results-string", SERVED_MALFORMED),
                reads("coerces-true-to-one", JsonNode::isBoolean, JsonNode::asInt)
                        .caughtBy("request-max-results-boolean", SERVED_MALFORMED),
                reads("cuts-a-fraction-off", value -> value.isDouble() && value.asDouble() < 100, JsonNode::asInt)
                        .caughtBy("request-max-results-fraction", SERVED_MALFORMED),
                reads(
                                "unwraps-a-list-of-one",
                                JsonNode::isArray,
                                value -> value.path(0).asInt())
                        .caughtBy("request-max-results-list", SERVED_MALFORMED),
                reads("takes-an-object-for-the-default", JsonNode::isObject, value -> 25)
                        .caughtBy("request-max-results-object", SERVED_MALFORMED),
                reads("cuts-a-number-to-32-bits", JsonNode::isLong, value -> (int) value.asLong())
                        .caughtBy("request-max-results-past-integer", SERVED_MALFORMED),
                reads("cuts-a-number-to-64-bits", JsonNode::isBigInteger, value -> (int) value.longValue())
                        .caughtBy("request-max-results-past-long", SERVED_MALFORMED),
                reads("takes-an-infinite-number-for-the-default", value -> value.asDouble() > 1e300, value -> 25)
                        .caughtBy("request-max-results-exponent", SERVED_MALFORMED),
                reads("takes-a-null-page-size-for-zero", JsonNode::isNull, JsonNode::asInt)
                        .caughtBy("request-max-results-null", refused("400 ValidationException")),
                takes("clamps-max-results", size -> Math.min(size, 25))
                        .caughtBy("request-max-results-above-maximum", SERVED_INVALID),
                takes("takes-a-thousand-for-everything", size -> size >= 1000 ? 25 : size)
                        .caughtBy(
                                "request-max-results-far-above-maximum",
                                "at the response: expected 400 ValidationException to a maxResults of 1000, got 200 with 1 event"),
                takes("overflows-at-the-smallest-integer", size -> size == Integer.MIN_VALUE ? 25 : size)
                        .caughtBy(
                                "request-max-results-far-below-minimum",
                                "at the response: expected 400 ValidationException to a maxResults of -2147483648, got 200 with 1 event"),
                takes("takes-zero-for-the-default", size -> size == 0 ? 25 : size)
                        .caughtBy("request-max-results-below-minimum", SERVED_INVALID),
                takes("takes-minus-one-for-no-limit", size -> size == -1 ? 25 : size)
                        .caughtBy("request-max-results-negative", SERVED_INVALID),
                validates("refuses-the-smallest-page-size", size -> size == 1, 400, "ValidationException")
                        .caughtBy("request-max-results-minimum", refused("400 ValidationException")),
                validates("refuses-the-largest-page-size", size -> size == 25, 400, "ValidationException")
                        .caughtBy("request-max-results-maximum", refused("400 ValidationException")),
                validates(
                                "answers-a-page-size-out-of-range-with-422",
                                size -> size < 1 || size > 25,
                                422,
                                "ValidationException")
                        .caughtByEach(
                                "at the response: expected 400 ValidationException, got 422 ValidationException",
                                "request-max-results-below-minimum",
                                "request-max-results-negative",
                                "request-max-results-above-maximum",
                                "error-invalid-request")
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 400 for ValidationException, got 422"),
                hasADefaultOfTen());
    }

    private static Flaw reads(String name, Predicate<JsonNode> which, Function<JsonNode, Integer> as) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected Optional<Integer> maxResults(JsonNode value) {
                return which.test(value) ? Optional.of(as.apply(value)) : super.maxResults(value);
            }
        });
    }

    private static Flaw takes(String name, IntUnaryOperator as) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected Optional<Integer> maxResults(JsonNode value) {
                return super.maxResults(value).map(as::applyAsInt);
            }
        });
    }

    private static Flaw validates(String name, Predicate<Integer> refused, int status, String error) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected void validateSize(int maxResults) {
                if (refused.test(maxResults)) {
                    throw new StubError(status, error, "maxResults is out of range");
                }
                super.validateSize(maxResults);
            }
        });
    }

    private static Flaw hasADefaultOfTen() {
        return Flaw.of("has-a-default-page-size-of-ten", () -> new Service() {
                    @Override
                    protected int size(StubInput input) {
                        return input.maxResults().orElse(10);
                    }
                })
                .caughtBy(
                        "request-max-results-absent",
                        "at /auditEvents: expected 25 events, as with a maxResults of 25, got 10 events");
    }
}
