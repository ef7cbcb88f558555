package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** No error shows where in the target's code it came from. */
final class NoStackTrace extends ErrorCheck {

    private static final int LONGEST = 64 * 1024;

    // As Java, Python, JavaScript, .NET and Go print them.
    private static final Pattern TRACE =
            Pattern.compile("at [\\w$.<>/]+\\(([\\w$]+\\.(java|kt|scala):\\d+|Native Method|Unknown Source)\\)"
                    + "|Traceback \\(most recent call last\\)"
                    + "|at [^\\n]{1,200}\\.[cm]?[jt]s:\\d+:\\d+"
                    + "|at [^\\n]{1,200}:line \\d+"
                    + "|goroutine \\d+ \\[");

    NoStackTrace() {
        super("error-no-stack-trace");
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        String text = error.answer().body().text();
        return TRACE.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                        .find()
                ? Optional.of(Finding.of(
                        error,
                        String.format(Locale.ROOT, "no stack trace in %s", Expect.described(error.answer())),
                        "one"))
                : Optional.empty();
    }
}
