package dev.casesaudit.conformance.http;

/** Puts a signature on requests, where the target wants one. */
public interface Signer {

    /** Signs nothing. */
    Signer NONE = request -> request;

    /** Returns the request with the headers that a signature needs. */
    Request sign(Request request);
}
