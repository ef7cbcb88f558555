package dev.casesaudit.conformance.requirement;

/**
 * Who demands something.
 *
 * @param key the short name that requirements use
 * @param title what a reader calls the document
 * @param url where it stands
 */
public record Source(String key, String title, String url) {}
