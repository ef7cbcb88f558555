package dev.casesaudit.conformance.check.request;

/** A character may be written as an escape. */
final class BodyEscapes extends AcceptedRequest {

    BodyEscapes() {
        super(
                "request-body-escapes",
                history -> history.json("{\"\\u006eextToken\":null,\"unknownMember\":\"\\ud83d\\ude00\"}"));
    }
}
