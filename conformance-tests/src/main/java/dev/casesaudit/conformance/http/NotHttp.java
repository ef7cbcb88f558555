package dev.casesaudit.conformance.http;

import java.io.IOException;

/** What came does not begin as an HTTP/1 answer does. */
final class NotHttp extends IOException {

    private static final long serialVersionUID = 1;

    // A frame of HTTP/2: a length of three bytes, then the type SETTINGS, or GOAWAY.
    private static final String HTTP_2 = "(?s)\0.{2}[\4\7].*";
    private static final String TLS_ALERT = "(?s)\25\3.*";

    private NotHttp(String problem) {
        super(problem);
    }

    /** Takes the first line of what came, each byte as a character. */
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
