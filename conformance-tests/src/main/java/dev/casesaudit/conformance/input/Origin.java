package dev.casesaudit.conformance.input;

import java.nio.file.Path;
import java.util.Locale;

/** The source of a document, which names places in it. */
public interface Origin {

    /** Returns the name of the place at a JSON pointer. */
    String place(String pointer);

    static Origin file(Path file) {
        return named(file.toString());
    }

    static Origin named(String name) {
        return pointer -> pointer.isEmpty() ? name : String.format(Locale.ROOT, "%s: %s", name, pointer);
    }

    /** Options of the command line, which are named like the members of a file. */
    static Origin options() {
        return pointer -> "--"
                + pointer.replaceFirst("^/", "")
                        .replaceFirst("^(case|limit)s", "$1")
                        .replace('/', ' ');
    }
}
