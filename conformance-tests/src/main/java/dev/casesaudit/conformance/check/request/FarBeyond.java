package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.request.RefusedRequests.Kind;
import dev.casesaudit.conformance.check.request.RefusedRequests.Tried;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Values that are out of range by far, where a special meaning, an overflow or a limit of another layer may begin. What stands next
 * to the boundary is tried elsewhere.
 */
final class FarBeyond {

    private FarBeyond() {}

    static Kind aboveMaxResults() {
        return maxResults(1, range -> LongStream.of(range.maximum() * 4, range.maximum() * 40, Integer.MAX_VALUE));
    }

    static Kind belowMaxResults() {
        return maxResults(-1, range -> LongStream.of(range.minimum() - range.maximum() * 4, Integer.MIN_VALUE));
    }

    static Kind length(Label label) {
        return new Kind() {
            @Override
            public List<Tried> tried(Trial trial, CaseRef one) {
                int length = (int) label.length(trial.contract()).maximum() * 4;
                return List.of(new Tried(characters(length), label.request(one, "a".repeat(length))));
            }

            @Override
            public Request simpler(Trial trial, CaseRef one) {
                int length = (int) label.length(trial.contract()).maximum() + 1;
                return label.request(one, "a".repeat(length));
            }
        };
    }

    static Kind tokenLength() {
        return new Kind() {
            @Override
            public List<Tried> tried(Trial trial, CaseRef one) {
                int length = maximum(trial) * 4;
                return List.of(new Tried(characters(length), request(trial, one, length)));
            }

            @Override
            public Request simpler(Trial trial, CaseRef one) {
                return request(trial, one, maximum(trial) + 1);
            }

            private static int maximum(Trial trial) {
                return (int)
                        trial.contract().ofInput("nextToken", Keyword.LENGTH).maximum();
            }

            private static Request request(Trial trial, CaseRef one, int length) {
                return trial.history(one).json(Token.garbage("a", length));
            }
        };
    }

    private interface Values {
        LongStream of(Constraint range);
    }

    private static Kind maxResults(int direction, Values values) {
        return new Kind() {
            @Override
            public List<Tried> tried(Trial trial, CaseRef one) {
                return values.of(range(trial))
                        .mapToObj(value -> new Tried(
                                String.format(Locale.ROOT, "a maxResults of %d", value), request(trial, one, value)))
                        .toList();
            }

            @Override
            public Request simpler(Trial trial, CaseRef one) {
                long minimum = Math.min(range(trial).minimum(), 0);
                return request(
                        trial, one, direction < 0 ? minimum - 1 : range(trial).maximum() + 1);
            }

            private static Constraint range(Trial trial) {
                return trial.contract().ofInput("maxResults", Keyword.RANGE);
            }

            private static Request request(Trial trial, CaseRef one, long value) {
                return trial.history(one).json("{\"maxResults\":" + value + "}");
            }
        };
    }

    private static String characters(int length) {
        return Words.count(length, "character");
    }
}
