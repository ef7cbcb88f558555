package dev.casesaudit.api;

/**
 * One member of a shape as it travels.
 *
 * @param name its name on the wire
 * @param place {@code path}, {@code header} or {@code body}
 * @param type its JSON type and format, or the name of its shape
 */
record Member(String name, String place, String type) {}
