package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;

/** The names of headers are read in any letter case. */
final class HeaderNamesAnyCase extends PageCheck {

    HeaderNamesAnyCase() {
        super("protocol-header-names-any-case");
    }

    @Override
    Request unusual(Request request) {
        return request.body(Content.of("{}"))
                .header("CONTENT-TYPE", "application/json")
                .header("aCCept", "application/json");
    }

    @Override
    Request usual(Request request) {
        return request.json("{}").header("accept", "application/json");
    }
}
