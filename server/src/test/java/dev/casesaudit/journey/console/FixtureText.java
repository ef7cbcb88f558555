package dev.casesaudit.journey.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.control.CheckedControl;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Fixture files that the console writes. */
final class FixtureText {

    private FixtureText() {}

    /** Returns the events of the only case of a file. */
    static String events(String yaml) {
        try {
            JsonNode file = Yaml.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
            return file.path("cases").elements().next().path("auditEvents").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first page of a case. */
    static String served(CheckedControl control, String caseId) {
        return control.page("contact-center", caseId, 25, "")
                .path("auditEvents")
                .toString();
    }
}
