package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The JSON schema of a kind of file, by which editors complete and check it. */
enum EditorSchema {
    FIXTURES,
    TARGET_PROFILE,
    KNOWN_FAILURES;

    static EditorSchema named(String text) {
        return Arrays.stream(values())
                .filter(schema -> schema.label().equals(text))
                .findFirst()
                .orElseThrow(() -> Converters.unlike(
                        Arrays.stream(values()).map(EditorSchema::label).collect(Collectors.joining(", ", "one of ", "")),
                        "'" + text + "'"));
    }

    String label() {
        return Words.label(this).replace(' ', '-');
    }

    String fileName() {
        return label() + ".schema.json";
    }

    String text() {
        return Documents.packagedText(EditorSchema.class, "/schemas/" + fileName());
    }

    /** Returns the first line of a YAML file that is in the folder of the schema. */
    String firstLine() {
        return String.format(Locale.ROOT, "# yaml-language-server: $schema=%s\n", fileName());
    }
}
