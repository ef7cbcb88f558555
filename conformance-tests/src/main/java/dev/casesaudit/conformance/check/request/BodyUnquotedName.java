package dev.casesaudit.conformance.check.request;

/** Names stand in quotes. */
final class BodyUnquotedName extends MalformedBody {

    BodyUnquotedName() {
        super("request-body-unquoted-name", "{maxResults:%d}");
    }
}
