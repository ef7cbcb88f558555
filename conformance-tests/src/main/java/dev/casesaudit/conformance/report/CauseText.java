package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.text.Mismatch;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes a cause: the text of a finding without the values that differ between findings. */
final class CauseText {

    static final String UNNAMED = "an error without a name, in x-amzn-errortype or in the body";

    private static final String AN_ERROR = "an error";
    private static final String CLIENT_ERROR = "an error of 400 to 499";

    private static final String VALUE = "\u2026";

    private static final String NAMELESS = "without (?:an error name|one)";

    // A response as findings describe it. Status and name differ between requests.
    private static final Pattern ERROR = Pattern.compile(
            String.format(Locale.ROOT, "\\b[45]\\d\\d (?:[A-Z]\\w+|%s)(?: or [45]\\d\\d(?: [A-Z]\\w+)?)*", NAMELESS));

    // The rest names the request of the requirement.
    private static final Pattern REFUSAL = Pattern.compile(ERROR + " to .*");

    private static final Pattern STATUS_OF_ERROR = Pattern.compile("^[45]\\d\\d for [A-Z]\\w+$");
    private static final Pattern UNNAMED_ERROR =
            Pattern.compile(String.format(Locale.ROOT, "^([45]\\d\\d) %s$", NAMELESS));

    private static final Pattern BROKEN = Pattern.compile("(the response [1-5]\\d\\d\\b)(.*)", Pattern.DOTALL);

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$|:)");
    private static final Pattern QUOTED = Pattern.compile("(?<!\\w)'[^']*'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w/*])-?\\d[\\d.]*\\b");
    private static final Pattern ONE =
            Pattern.compile("\\b1 (event|item|member|page|byte|character|second|request)\\b");

    // The missing member differs between requirements.
    private static final Pattern NOT_HELD = Pattern.compile("(no \\w+ has) .*");
    private static final Pattern WITHIN_A_REASON =
            Pattern.compile("(.*?)(?:at \\S+(?: response)?: )?expected (.*), got (.*)");

    private CauseText() {}

    static String of(Finding finding) {
        if (finding.evidence().reply() instanceof Reply.Silence silence) {
            return silence(valuesOfSilence(silence.reason()));
        }
        String expected = expected(finding.expected());
        Matcher unnamed = UNNAMED_ERROR.matcher(finding.actual());
        if (unnamed.matches() && !expectsPage(finding) && allows(finding.expected(), unnamed.group(1))) {
            return UNNAMED;
        }
        boolean other = expected.equals(AN_ERROR) && finding.actual().matches("[45]\\d\\d .*");
        return sentence(
                INDEX.matcher(finding.pointer()).replaceAll("/*"),
                other ? "another error" : expected,
                actual(finding.actual()));
    }

    /** Returns the text with all values. */
    static String verbatim(Finding finding) {
        return finding.evidence().reply() instanceof Reply.Silence silence
                ? silence(silence.reason())
                : sentence(finding.pointer(), finding.expected(), finding.actual());
    }

    static String ofReason(String reason) {
        Matcher finding = WITHIN_A_REASON.matcher(reason);
        if (finding.matches()) {
            return finding.group(1) + sentence("", expected(finding.group(2)), actual(finding.group(3)));
        }
        Matcher notHeld = NOT_HELD.matcher(reason);
        return notHeld.matches()
                ? notHeld.group(1) + " what the requirement is about"
                : values(INDEX.matcher(reason).replaceAll("/*"));
    }

    /** Describes a missing or broken response. */
    static String silence(String reason) {
        return reason.startsWith("the response ") ? reason : "no response: " + reason;
    }

    private static String valuesOfSilence(String reason) {
        Matcher broken = BROKEN.matcher(reason);
        return broken.matches() ? broken.group(1) + values(broken.group(2)) : values(reason);
    }

    private static String sentence(String pointer, String expected, String actual) {
        Mismatch mismatch = new Mismatch(pointer, expected, actual);
        return pointer.isEmpty() ? mismatch.sentence() : "at " + mismatch;
    }

    private static boolean expectsPage(Finding finding) {
        return finding.expected().startsWith("200");
    }

    // With a wrong status, the missing name is not the cause.
    private static boolean allows(String expected, String status) {
        if (expected.startsWith(CLIENT_ERROR)) {
            return status.startsWith("4");
        }
        return !expected.matches("[45]\\d\\d .*") || expected.contains(status);
    }

    private static String expected(String text) {
        if (STATUS_OF_ERROR.matcher(text).matches()) {
            return "the status of the error";
        }
        if (text.startsWith(CLIENT_ERROR) || REFUSAL.matcher(text).matches()) {
            return AN_ERROR;
        }
        return text.startsWith("200") ? text : values(ERROR.matcher(text).replaceAll(AN_ERROR));
    }

    // The status is part of the cause; other numbers are not.
    private static String actual(String text) {
        return text.matches("[1-5]\\d\\d\\b.*") ? text.substring(0, 3) + values(text.substring(3)) : values(text);
    }

    private static String values(String text) {
        String unquoted = QUOTED.matcher(text).replaceAll("'" + VALUE + "'");
        return NUMBER.matcher(ONE.matcher(unquoted).replaceAll("1 $1s")).replaceAll(VALUE);
    }
}
