package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.check.Check.Attempt;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The checks of one theme, one row for each requirement, and the kinds of rows that every area has. */
public abstract class CheckTable {

    protected interface AttemptOnCase {
        Outcome run(CheckContext context, CaseRef one) throws ProbeFailure;
    }

    /** Returns the findings about a response. */
    protected interface Look {
        List<Finding> at(CheckContext context, Exchange response);
    }

    public abstract List<Check> checks();

    /** A row that covers no boundary and provokes no error. */
    protected static Check check(String id, Attempt attempt) {
        return new Check(id, attempt);
    }

    /** A row that is tried on any readable case. */
    protected static Check onAnyCase(String id, AttemptOnCase attempt) {
        return check(id, context -> context.withAnyCase(one -> attempt.run(context, one)));
    }

    /**
     * A row that looks at one error of each kind. It passes only if the target also serves a case: a target that only
     * has errors proves nothing.
     *
     * @param subject selects the errors
     */
    protected static Check onErrors(String id, Predicate<Exchange> subject, Look look) {
        return onAnyCase(id, (context, one) -> {
            List<Exchange> errors =
                    ProvokedError.errors(context, one).stream().filter(subject).toList();
            List<Finding> findings = errors.stream()
                    .flatMap(error -> look.at(context, error).stream())
                    .toList();
            return findings.isEmpty() && errors.isEmpty()
                    ? Outcome.notTestable("the target returned no error to look at")
                    : context.served(one, findings);
        });
    }

    /** The same for every error. */
    protected static Check onErrors(String id, Look look) {
        return onErrors(id, error -> true, look);
    }

    /** Expects the body to be UTF-8 without a byte order mark. */
    protected static List<Finding> otherThanUtf8(Exchange exchange) {
        ByteBuffer bytes = ByteBuffer.wrap(exchange.response().body().bytes());
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        boolean broken =
                StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError();
        boolean marked = text.position() > 0 && text.get(0) == '\uFEFF';
        String actual = broken
                ? String.format(Locale.ROOT, "the byte 0x%02X as byte %d", bytes.get(), bytes.position())
                : "a byte order mark";
        return Finding.unless(!broken && !marked, exchange, "UTF-8 without a byte order mark", actual);
    }

    protected static String quoted(Object value) {
        return "'" + value + "'";
    }
}
