package dev.casesaudit.conformance.http;

import java.util.List;

/** Signs requests, if the target requires it. */
public interface Signer {

    Signer NONE = request -> request;

    /** Returns the request with the headers of its signature. */
    Request sign(Request request);

    /** Returns all credentials so far: keys, secrets and session tokens. */
    default List<String> credentials() {
        return List.of();
    }
}
