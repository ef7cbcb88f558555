package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.http.Request;

/** Who accepts gzip can read the page that comes: one that names a content encoding has it. */
final class GzipIsReadable extends PageCheck {

    GzipIsReadable() {
        super("protocol-gzip-is-readable");
    }

    @Override
    Request unusual(Request request) {
        return request.header("accept-encoding", "gzip");
    }
}
