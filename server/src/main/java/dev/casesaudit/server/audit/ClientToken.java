package dev.casesaudit.server.audit;

/**
 * The client token that a case was created with.
 *
 * @param request identifies the request: its SHA-256 in base64
 */
public record ClientToken(String token, String request) {}
