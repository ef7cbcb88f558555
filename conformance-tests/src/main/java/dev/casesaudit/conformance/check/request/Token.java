package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Json;

/** Tokens that no server issued. */
final class Token {

    private Token() {}

    /** Returns the body of a request that asks for the page after a token of one character, so often. */
    static String garbage(String character, int length) {
        return Json.write(Json.object().put("nextToken", character.repeat(length)));
    }
}
