package dev.casesaudit.conformance.http;

/** A header line, with its name in the original letter case. */
public record Header(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
