package dev.casesaudit.conformance.requirement;

/**
 * A document that demands something.
 *
 * @param key the short name that requirements use
 * @param title the title of the document
 * @param url the address of the document
 */
public record Source(String key, String title, String url) {}
