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

/** The checks of one theme, a row for each requirement, and the words that rows are made of. */
public abstract class CheckTable {

    /** What tries a requirement on one case. */
    protected interface AttemptOnCase {
        Outcome run(CheckContext trial, CaseRef one) throws ProbeFailure;
    }

    /** What is wrong with an answer. */
    protected interface Look {
        List<Finding> at(CheckContext trial, Exchange answer);
    }

    public abstract List<Check> checks();

    /** Returns a row that covers no boundary and provokes no error. */
    protected static Check check(String id, Attempt attempt) {
        return new Check(id, attempt);
    }

    /** Returns a row that is tried on any case that can be read. */
    protected static Check onAnyCase(String id, AttemptOnCase attempt) {
        return check(id, trial -> trial.withAnyCase(one -> attempt.run(trial, one)));
    }

    /**
     * Returns a row for which nothing is wrong with one error of each kind. It passes only on a target that can do otherwise: one whose
     * every answer is an error proves nothing.
     *
     * @param subject which errors are looked at
     */
    protected static Check onErrors(String id, Predicate<Exchange> subject, Look look) {
        return onAnyCase(id, (trial, one) -> {
            List<Exchange> errors =
                    ProvokedError.errors(trial, one).stream().filter(subject).toList();
            List<Finding> findings = errors.stream()
                    .flatMap(error -> look.at(trial, error).stream())
                    .toList();
            return findings.isEmpty() && errors.isEmpty()
                    ? Outcome.notTestable("no error came that could be looked at")
                    : trial.served(one, findings);
        });
    }

    /** The same for every error. */
    protected static Check onErrors(String id, Look look) {
        return onErrors(id, error -> true, look);
    }

    /** Expects the body to be UTF-8 without a byte order mark. */
    protected static List<Finding> otherThanUtf8(Exchange exchange) {
        ByteBuffer bytes = ByteBuffer.wrap(exchange.answer().body().bytes());
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
