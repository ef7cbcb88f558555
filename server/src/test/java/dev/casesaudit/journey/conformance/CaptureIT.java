package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kit captures from a mock and another mock loads is the same history, byte for byte. */
class CaptureIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path KIT = Path.of("..", "conformance-tests", "target", "conformance-kit.jar");

    // The same page tokens need the same key.
    private static final String KEY = "-Dcases.token.key=0123456789abcdef0123456789abcdef";

    private static final String LONG_ID = "\uD83D\uDE00\u0001".repeat(250);
    private static final Map<String, List<String>> CASES = Map.of(
            "contact-center",
            List.of(
                    "case-empty",
                    "case-one-event",
                    "case-full-page",
                    "case-two-pages",
                    "case-long",
                    "case-every-shape"),
            "back-office",
            List.of("case-two-pages"),
            "awkward: 'domain' \"\uD83D\uDE00\"",
            List.of("generated", "unordered", "a/b c: #?", LONG_ID));

    // Characters, orders, numbers and times that are difficult to write and to read again.
    private static final String AWKWARD = """
            domain: "awkward: 'domain' \\"\\U0001F600\\""
            cases:
              generated: {generate: {events: 2000, seed: 7}}
              unordered:
                order: listed
                auditEvents:
                  - {eventId: old, type: Case.Created, performedTime: 2020-01-01T00:00:00Z, fields: []}
                  - {eventId: new, type: Case.Updated, performedTime: 2026-01-01T00:00:00.000000001Z, fields: [null]}
                  - {eventId: mid, type: Case.Updated, performedTime: 2022-01-01T00:00:00.12Z, fields: []}
              "a/b c: #?":
                auditEvents:
                  - eventId: "\\U0001F600 \\0 \\x7f \\u0085 \\u2028 \\ufeff \\uffff"
                    type: Case.Updated
                    performedTime: 0001-01-01T00:00:00Z
                    fields:
                      - {eventFieldId: a, newValue: {doubleValue: -0.0}, oldValue: {doubleValue: 4.9E-324}}
                      - {eventFieldId: b, newValue: {doubleValue: 1e308}, oldValue: {doubleValue: "NaN"}}
                      - {eventFieldId: c, newValue: {doubleValue: 7}, oldValue: {doubleValue: .inf}}
                      - {eventFieldId: d, newValue: {stringValue: "\\t\\n \\"'\\\\ {}[],: # - ? | > %@`"}}
                      - {eventFieldId: e, newValue: {stringValue: "null"}, oldValue: {stringValue: "yes"}}
              ? "LONG_ID"
              : auditEvents: []
            """.replace("LONG_ID", LONG_ID.replace("\u0001", "\\x01"));

    @TempDir
    private Path folder;

    @Test
    void aCapturedHistoryIsTheSameByteForByte() throws IOException, InterruptedException {
        Path awkward = Files.writeString(folder.resolve("awkward.yaml"), AWKWARD);
        Path captured = Files.createDirectory(folder.resolve("captured"));
        try (PackagedMock mock = PackagedMock.start(KEY, "-Dcases.fixtures=classpath:fixtures," + awkward)) {
            captureAll(mock, captured);
            try (PackagedMock other = PackagedMock.start(KEY, "-Dcases.fixtures=" + captured)) {
                requireSame(other, mock);
            }
        }
    }

    private void captureAll(PackagedMock mock, Path captured) throws IOException, InterruptedException {
        // A capture goes its way through all of this, and captures nothing of it.
        ControlClient.of(mock).put("behaviour", "{\"pages\": \"empty-pages\"}");
        ControlClient.of(mock)
                .setBehaviour("contact-center", "case-two-pages", "{\"faults\": \"Throttling*2, InternalServer, ok\"}");
        for (Map.Entry<String, List<String>> domain : CASES.entrySet()) {
            capture(mock, captured.resolve(domain.getKey().substring(0, 7) + ".yaml"), domain);
        }
        ControlClient.of(mock).delete("state");
    }

    private static void requireSame(PackagedMock other, PackagedMock mock) throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> domain : CASES.entrySet()) {
            for (String caseId : domain.getValue()) {
                for (int size : caseId.equals("generated") ? List.of(25) : List.of(25, 7)) {
                    assertThat(pages(other, domain.getKey(), caseId, size))
                            .as("%s of %s, %d a page", caseId, domain.getKey(), size)
                            .isEqualTo(pages(mock, domain.getKey(), caseId, size));
                }
            }
        }
    }

    private void capture(PackagedMock mock, Path file, Map.Entry<String, List<String>> domain)
            throws IOException, InterruptedException {
        // In a file, since the encoding of a command line depends on the locale of the tests.
        List<String> options =
                new ArrayList<>(List.of("--endpoint", mock.endpoint().toString()));
        options.addAll(List.of("--domain", domain.getKey(), "--out", file.toString()));
        domain.getValue().forEach(id -> options.addAll(List.of("--case", id)));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=UTF-8", "-Xmx128m"));
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-Dpicocli.useSimplifiedAtFiles=true", "-jar", KIT.toString()));
        command.addAll(List.of("capture", "@" + Files.write(folder.resolve("options.txt"), options)));
        Path output = folder.resolve("output.txt");
        ProcessBuilder kit =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = kit.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(() -> text(output)).isZero();
        assertThat(text(output)).doesNotContain("Drift", "Cut");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> pages(PackagedMock mock, String domainId, String caseId, int size)
            throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        String token = "";
        do {
            String input = MAPPER.writeValueAsString(
                    token.isEmpty() ? Map.of("maxResults", size) : Map.of("maxResults", size, "nextToken", token));
            HttpResponse<byte[]> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create("%s/domains/%s/cases/%s/audit-history"
                                    .formatted(mock.endpoint(), encoded(domainId), encoded(caseId))))
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(input))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            pages.add(new String(response.body(), StandardCharsets.UTF_8));
            JsonNode page = MAPPER.readTree(response.body());
            token = page.path("nextToken").asText();
        } while (!token.isEmpty());
        return pages;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
