package dev.casesaudit.conformance.http;

import java.util.List;

/** Puts a signature on requests, where the target wants one. */
public interface Signer {

    /** Signs nothing. */
    Signer NONE = request -> request;

    /** Returns the request with the headers that a signature needs. */
    Request sign(Request request);

    /** Returns what it signed with, in the order in which it came by it: keys, secrets and session tokens. */
    default List<String> credentials() {
        return List.of();
    }
}
