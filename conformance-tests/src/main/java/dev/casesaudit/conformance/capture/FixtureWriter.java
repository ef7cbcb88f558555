package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Writes captured histories as a fixture file of the mock. */
final class FixtureWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Above it, YAML requires another form of a key.
    private static final int LONGEST_KEY = 400;

    private final Writer out;
    private final Duration shift;

    FixtureWriter(Writer out, Duration shift) {
        this.out = out;
        this.shift = shift;
    }

    /** Writes a file. */
    void write(String domainId, CaptureReport report, BufferedReader spool) throws IOException {
        line("# Captured by the conformance kit.");
        for (String line : report.lines()) {
            line("# " + line);
        }
        line("domain: " + YamlText.quoted(domainId));
        line("cases:");
        for (CapturedCase one : report.cases()) {
            write(one, report.keepDrift(), spool);
        }
    }

    private void write(CapturedCase one, boolean keepDrift, BufferedReader spool) throws IOException {
        String key = YamlText.quoted(one.caseId());
        line(key.length() > LONGEST_KEY ? "  ? " + key + "\n  :" : "  " + key + ":");
        if (keepDrift && !one.behaviours().isEmpty()) {
            line("    # The mock serves similar members and items in all events of this case with:");
            line(String.format(
                    Locale.ROOT,
                    "    # behaviour: {tomorrow: \"%s\"}",
                    String.join(", ", one.behaviours().stream().sorted().toList())));
        }
        // Whatever their times are.
        line("    order: listed");
        line("    auditEvents:" + (one.events() == 0 ? " []" : ""));
        for (long i = 0; i < one.lines(); i++) {
            String line = spool.readLine();
            if (line.startsWith("#")) {
                line("      " + line);
            } else {
                event((ObjectNode) JSON.readTree(line));
            }
        }
    }

    private void event(ObjectNode event) throws IOException {
        if (!shift.isZero()) {
            Instant time = Instant.parse(event.path("performedTime").textValue());
            event.put("performedTime", time.plus(shift).toString());
        }
        String indent = "      - ";
        for (var member : event.properties()) {
            line(indent + member.getKey() + ": " + (items(member.getValue()) ? "" : YamlText.of(member.getValue())));
            indent = "        ";
            if (items(member.getValue())) {
                for (JsonNode item : member.getValue()) {
                    line("          - " + YamlText.of(item));
                }
            }
        }
    }

    private static boolean items(JsonNode value) {
        return value.isArray() && !value.isEmpty();
    }

    private void line(String text) throws IOException {
        out.write(text.stripTrailing() + "\n");
    }
}
