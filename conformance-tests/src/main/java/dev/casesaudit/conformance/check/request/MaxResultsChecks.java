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
        return check(id, context -> context.withEvents(events, one -> accepted(context, one, boundary)))
                .coveringInput("maxResults", Keyword.RANGE, boundary);
    }

    private static Outcome accepted(CheckContext context, CaseRef one, Boundary boundary) throws ProbeFailure {
        long size = boundary == Boundary.MINIMUM
                ? range(context).minimum()
                : range(context).maximum();
        Outcome outcome = ownHistory(context, one, sized(context, one, size), context.history(one));
        Exchange exchange = context.sendOnce(sized(context, one, size));
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
        return refused(
                        id,
                        (context, one) -> sized(context, one, value.applyAsLong(range(context))),
                        "ValidationException")
                .coveringInput("maxResults", Keyword.RANGE, boundary);
    }

    // Values at which special meanings, overflows or limits of another layer begin.
    private static Check farOutOfRange(
            String id, Function<Constraint, LongStream> values, ToLongFunction<Constraint> next) {
        return allRefusedLike(
                id,
                (context, one) -> values.apply(range(context))
                        .mapToObj(value -> new Named("a maxResults of " + value, sized(context, one, value)))
                        .toList(),
                (context, one) -> sized(context, one, next.applyAsLong(range(context))),
                "ValidationException");
    }

    private static long negative(Constraint range) {
        return Math.min(range.minimum(), 0) - 1;
    }

    private static Check wrongType(String id, String body) {
        return RequestTable.wrongType(id, "maxResults", body);
    }

    // The lowest bits of the number are a valid value.
    private static Check pastBits(String id, int bits) {
        return refused(
                        id,
                        (context, one) -> sized(
                                context,
                                one,
                                BigInteger.TWO
                                        .pow(bits)
                                        .add(BigInteger.valueOf(range(context).maximum()))),
                        "SerializationException",
                        "ValidationException")
                .coveringInput("maxResults", Keyword.TYPE, Boundary.WRONG_TYPE);
    }

    private static Outcome absent(CheckContext context) throws ProbeFailure {
        Role longest = Stream.of(Role.LONG, Role.TWO_PAGES)
                .filter(role -> context.profile().find(role).isPresent())
                .findFirst()
                .orElse(Role.FULL_PAGE);
        return context.with(longest, one -> absent(context, one));
    }

    private static Outcome absent(CheckContext context, CaseRef one) throws ProbeFailure {
        int size = context.contract().defaultPageSize();
        Request absent = context.history(one);
        Request explicit = sized(context, one, size);
        List<Exchange> asked = List.of(
                context.sendOnce(absent), context.sendOnce(explicit), context.send(absent), context.send(explicit));
        for (Exchange exchange : asked) {
            List<Finding> findings = Expect.page(exchange);
            if (!findings.isEmpty()) {
                return Outcome.notTestable("the target does not serve all pages: " + findings.get(0));
            }
        }
        // A page may sometimes be short. A wrong default is the same each time.
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
