package dev.casesaudit.conformance.input;

import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON schema of a kind of file, by which editors complete and check it. */
public enum EditorSchema {
    FIXTURES,
    TARGET_PROFILE,
    KNOWN_FAILURES,
    RECORDING;

    public static Optional<EditorSchema> labelled(String label) {
        return Arrays.stream(values())
                .filter(schema -> schema.label().equals(label))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(EditorSchema::label).toList();
    }

    private String label() {
        return Words.label(this).replace(' ', '-');
    }

    public String fileName() {
        return label() + ".schema.json";
    }

    public String text() {
        return Documents.packagedText(EditorSchema.class, "/schemas/" + fileName());
    }

    /** Returns the first line of a YAML file in the folder of the schema. */
    public String firstLine() {
        return String.format(Locale.ROOT, "# yaml-language-server: $schema=%s\n", fileName());
    }
}
