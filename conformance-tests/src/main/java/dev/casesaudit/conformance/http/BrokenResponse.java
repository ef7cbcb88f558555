package dev.casesaudit.conformance.http;

import java.io.IOException;

/** A response that starts as HTTP and cannot be read to its end, or exceeds a limit. */
final class BrokenResponse extends IOException {

    private static final long serialVersionUID = 1;

    private transient Content received = Content.NONE;

    BrokenResponse(String problem) {
        super(problem);
    }

    BrokenResponse(String problem, Throwable cause) {
        super(problem, cause);
    }

    BrokenResponse received(Content first) {
        received = first;
        return this;
    }

    Content received() {
        return received;
    }
}
