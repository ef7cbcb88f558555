package dev.casesaudit.conformance.http;

import java.io.IOException;

/** The first bytes of the target are not an HTTP/1 response. */
final class NotHttp extends IOException {

    private static final long serialVersionUID = 1;

    // A frame of HTTP/2: a length of three bytes, then the type SETTINGS or GOAWAY.
    private static final String HTTP_2 = "(?s)\0.{2}[\4\7].*";
    private static final String TLS_ALERT = "(?s)\25\3.*";

    private NotHttp(String problem) {
        super(problem);
    }

    /** Takes the first line in ISO 8859-1. */
    static NotHttp beginning(String line) {
        if (line.matches(HTTP_2)) {
            return new NotHttp("the response is HTTP/2, and the kit speaks HTTP/1.1");
        }
        if (line.matches(TLS_ALERT)) {
            return new NotHttp("the response is TLS; the URL of the endpoint may have to begin with https");
        }
        return new NotHttp("the response does not begin with an HTTP status line");
    }
}
