package dev.casesaudit.conformance.check.request;

/** White space around JSON tokens means nothing. */
final class BodyWhiteSpace extends AcceptedRequest {

    BodyWhiteSpace() {
        super("request-body-white-space", history -> history.json(" \t\r\n{ \r\n\t}\n "));
    }
}
