package dev.casesaudit.conformance.http;

import java.io.IOException;

/** A response that starts as HTTP and cannot be read to its end, or exceeds a limit. */
final class BrokenAnswer extends IOException {

    private static final long serialVersionUID = 1;

    private transient Content received = Content.NONE;

    BrokenAnswer(String problem) {
        super(problem);
    }

    BrokenAnswer(String problem, Throwable cause) {
        super(problem, cause);
    }

    BrokenAnswer received(Content first) {
        received = first;
        return this;
    }

    Content received() {
        return received;
    }
}
