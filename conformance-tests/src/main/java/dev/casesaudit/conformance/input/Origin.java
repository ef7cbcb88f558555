package dev.casesaudit.conformance.input;

import java.nio.file.Path;
import java.util.Locale;

/** Where a document comes from. */
public interface Origin {

    /** Names the place of a value, given the JSON pointer to it. */
    String place(String pointer);

    static Origin file(Path file) {
        return named(file.toString());
    }

    /** A document that is known by a name. */
    static Origin named(String name) {
        return pointer -> pointer.isEmpty() ? name : String.format(Locale.ROOT, "%s: %s", name, pointer);
    }

    /** The options of a command line, which are named as the members of a file are. */
    static Origin options() {
        return pointer -> "--"
                + pointer.replaceFirst("^/", "")
                        .replaceFirst("^(case|limit)s", "$1")
                        .replace('/', ' ');
    }
}
