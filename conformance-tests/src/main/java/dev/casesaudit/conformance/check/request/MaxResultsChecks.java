package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The page size. */
public final class MaxResultsChecks extends RequestTable {

    @Override
    public List<Check> checks() {
        return List.of(
                accepted("request-max-results-minimum", Boundary.MINIMUM, 3),
                accepted("request-max-results-maximum", Boundary.MAXIMUM, 1),
                outOfRange("request-max-results-below-minimum", Boundary.BELOW, range -> range.minimum() - 1),
                outOfRange("request-max-results-negative", Boundary.BELOW, MaxResultsChecks::negative),
                outOfRange("request-max-results-above-maximum", Boundary.ABOVE, range -> range.maximum() + 1),
                farOutOfRange(
                        "request-max-results-far-below-minimum",
                        range -> LongStream.of(range.minimum() - range.maximum() * 4, Integer.MIN_VALUE),
                        MaxResultsChecks::negative),
                farOutOfRange(
                        "request-max-results-far-above-maximum",
                        range -> LongStream.of(range.maximum() * 4, range.maximum() * 40, Integer.MAX_VALUE),
                        range -> range.maximum() + 1),
                wrongType("request-max-results-string", "{\"maxResults\":\"%d\"}"),
                wrongType("request-max-results-boolean", "{\"maxResults\":true}"),
                wrongType("request-max-results-fraction", "{\"maxResults\":1.5}"),
                wrongType("request-max-results-list", "{\"maxResults\":[%d]}"),
                wrongType("request-max-results-object", "{\"maxResults\":{}}"),
                pastBits("request-max-results-past-integer", 32),
                pastBits("request-max-results-past-long", 64),
                wrongType("request-max-results-exponent", "{\"maxResults\":1e1000}"),
                nullIsAbsent("request-max-results-null", "maxResults"),
                check("request-max-results-absent", MaxResultsChecks::absent)
                        .coveringInput("maxResults", Keyword.OPTIONAL, Boundary.ABSENT));
    }

    private static Check accepted(String id, Boundary boundary, int events) {
        return check(id, trial -> trial.withEvents(events, one -> accepted(trial, one, boundary)))
                .coveringInput("maxResults", Keyword.RANGE, boundary);
    }

    private static Outcome accepted(CheckContext trial, CaseRef one, Boundary boundary) throws ProbeFailure {
        long size = boundary == Boundary.MINIMUM
                ? range(trial).minimum()
                : range(trial).maximum();
        Outcome outcome = ownHistory(trial, one, sized(trial, one, size), trial.history(one));
        Exchange exchange = trial.once(sized(trial, one, size));
        int served = events(exchange);
        return outcome instanceof Outcome.Passed && served > size
                ? Outcome.failed(new Finding(
                        "/auditEvents",
                        "at most " + Words.count(size, "event"),
                        Words.count(served, "event"),
                        exchange))
                : outcome;
    }

    private static Check outOfRange(String id, Boundary boundary, ToLongFunction<Constraint> value) {
        return refused(id, (trial, one) -> sized(trial, one, value.applyAsLong(range(trial))), "ValidationException")
                .coveringInput("maxResults", Keyword.RANGE, boundary);
    }

    // Where a special meaning, an overflow or a limit of another layer may begin.
    private static Check farOutOfRange(
            String id, Function<Constraint, LongStream> values, ToLongFunction<Constraint> next) {
        return allRefusedLike(
                id,
                (trial, one) -> values.apply(range(trial))
                        .mapToObj(value -> new Named("a maxResults of " + value, sized(trial, one, value)))
                        .toList(),
                (trial, one) -> sized(trial, one, next.applyAsLong(range(trial))),
                "ValidationException");
    }

    private static long negative(Constraint range) {
        return Math.min(range.minimum(), 0) - 1;
    }

    private static Check wrongType(String id, String body) {
        return RequestTable.wrongType(id, "maxResults", body);
    }

    // Cut to its lowest bits, the number would be accepted.
    private static Check pastBits(String id, int bits) {
        return refused(
                        id,
                        (trial, one) -> sized(
                                trial,
                                one,
                                BigInteger.TWO
                                        .pow(bits)
                                        .add(BigInteger.valueOf(range(trial).maximum()))),
                        "SerializationException",
                        "ValidationException")
                .coveringInput("maxResults", Keyword.TYPE, Boundary.WRONG_TYPE);
    }

    private static Outcome absent(CheckContext trial) throws ProbeFailure {
        Role longest = Stream.of(Role.LONG, Role.TWO_PAGES)
                .filter(role -> trial.profile().find(role).isPresent())
                .findFirst()
                .orElse(Role.FULL_PAGE);
        return trial.with(longest, one -> absent(trial, one));
    }

    private static Outcome absent(CheckContext trial, CaseRef one) throws ProbeFailure {
        int size = trial.contract().defaultPageSize();
        Request absent = trial.history(one);
        Request explicit = sized(trial, one, size);
        List<Exchange> asked =
                List.of(trial.once(absent), trial.once(explicit), trial.ask(absent), trial.ask(explicit));
        for (Exchange exchange : asked) {
            List<Finding> findings = Expect.page(exchange);
            if (!findings.isEmpty()) {
                return Outcome.notTestable("not all pages are served: " + findings.get(0));
            }
        }
        // Pages may be shorter than asked for, now and then; a default is the same each time.
        List<Integer> events = asked.stream().map(MaxResultsChecks::events).toList();
        boolean steady = events.get(0).equals(events.get(2)) && events.get(1).equals(events.get(3));
        return steady && !events.get(0).equals(events.get(1))
                ? Outcome.failed(new Finding(
                        "/auditEvents",
                        Words.count(events.get(1), "event") + ", as with a maxResults of " + size,
                        Words.count(events.get(0), "event"),
                        asked.get(0)))
                : new Outcome.Passed();
    }

    private static int events(Exchange exchange) {
        return Page.read(exchange).map(page -> page.events().size()).orElse(0);
    }
}
