package dev.casesaudit.conformance.http;

import java.io.IOException;

/** An answer that began as HTTP and cannot be read to its end. */
final class BrokenAnswer extends IOException {

    private static final long serialVersionUID = 1;

    BrokenAnswer(String problem) {
        super(problem);
    }

    BrokenAnswer(String problem, Throwable cause) {
        super(problem, cause);
    }
}
