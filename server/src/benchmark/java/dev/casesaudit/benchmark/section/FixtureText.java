package dev.casesaudit.benchmark.section;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Writes large fixture files, the same in each run. */
enum FixtureText {
    JSON(".json", "{\"domain\":\"%s\",\"cases\":{\"large\":{\"auditEvents\":[\n", Events.JSON, ",\n", "]}}}\n"),
    YAML(".yaml", "domain: %s\ncases:\n  large:\n    auditEvents:\n", Events.YAML, "", "");

    private static final int FILES = 10;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String ending;
    private final String head;
    private final String event;
    private final String between;
    private final String tail;

    FixtureText(String ending, String head, String event, String between, String tail) {
        this.ending = ending;
        this.head = head;
        this.event = event;
        this.between = between;
        this.tail = tail;
    }

    /** Returns the domain of the first file. Each file has a domain of its own with the case {@code large}. */
    String firstDomain() {
        return domain(0);
    }

    /** Writes files of this total size in MB, and returns their folder. */
    Path write(Path parent, int megabytes) throws IOException {
        Path folder = Files.createTempDirectory(parent, "fixtures-");
        Random random = new Random(42);
        for (int file = 0; file < FILES; file++) {
            try (Writer text =
                    Files.newBufferedWriter(folder.resolve("fixture-" + file + ending), StandardCharsets.US_ASCII)) {
                write(text, domain(file), megabytes * 1_000_000L / FILES, random);
            }
        }
        return folder;
    }

    private void write(Writer text, String domain, long bytes, Random random) throws IOException {
        text.write(head.formatted(domain));
        long written = 0;
        for (int i = 0; written < bytes; i++) {
            String one = String.format(
                    Locale.ROOT,
                    event,
                    new UUID(random.nextLong(), random.nextLong()),
                    START.plusSeconds(i),
                    "x".repeat(random.nextInt(200)),
                    random.nextInt(100_000) / 100.0);
            text.write(i == 0 ? "" : between);
            text.write(one);
            written += one.length() + between.length();
        }
        text.write(tail);
    }

    private static String domain(int file) {
        return "benchmark-" + file;
    }

    private static final class Events {

        static final String JSON = """
                {"eventId":"%s","type":"Case.Updated","performedTime":"%s","fields":[{"eventFieldId":"status",\
                "oldValue":{"stringValue":"open"},"newValue":{"stringValue":"%s"}},{"eventFieldId":"effort",\
                "newValue":{"doubleValue":%s}}],"performedBy":{"iamPrincipalArn":"arn:aws:iam::111122223333:role/Agent"}}\
                """;

        static final String YAML = """
                - eventId: %s
                  type: Case.Updated
                  performedTime: %s
                  fields:
                    - eventFieldId: status
                      oldValue: {stringValue: open}
                      newValue: {stringValue: "%s"}
                    - eventFieldId: effort
                      newValue: {doubleValue: %s}
                  performedBy:
                    iamPrincipalArn: arn:aws:iam::111122223333:role/Agent
                """.indent(6);

        private Events() {}
    }
}
