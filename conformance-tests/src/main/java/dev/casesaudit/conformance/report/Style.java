package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.run.ResultStatus;
import java.util.Locale;

/** Emphasis on a terminal. */
public enum Style {
    PLAIN,
    COLOUR;

    String strong(String text) {
        return code("1", text);
    }

    String faint(String text) {
        return code("2", text);
    }

    String good(String text) {
        return code("1;32", text);
    }

    String bad(String text) {
        return code("1;31", text);
    }

    /** Returns a text in the colour of a status. */
    String status(ResultStatus status, String text) {
        return switch (status) {
            case PASSED -> code("32", text);
            case FAILED, KIT_ERROR -> code("31", text);
            case NOT_TESTABLE, STALE, NOT_TRIED -> code("33", text);
            case DRIFTED, DEVIATED -> code("36", text);
            case EXCUSED, NOT_APPLICABLE -> code("2", text);
        };
    }

    private String code(String code, String text) {
        return this == PLAIN ? text : String.format(Locale.ROOT, "\u001b[%sm%s\u001b[0m", code, text);
    }
}
