package dev.casesaudit.conformance.http;

import java.io.IOException;

/** The proxy could not be reached, or answered in place of the target. */
final class ProxyFailure extends IOException {

    private static final long serialVersionUID = 1;

    ProxyFailure(String problem) {
        super(problem);
    }
}
