package dev.casesaudit.conformance.http;

/** One header line, its name in the letter case in which it travelled. */
public record Header(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
