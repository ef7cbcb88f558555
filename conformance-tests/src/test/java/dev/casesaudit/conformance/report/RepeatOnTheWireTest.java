package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.RecordingServer;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Runs the repeat commands of reports with a shell and curl, and compares their requests with those of the kit. */
class RepeatOnTheWireTest {

    private static final Request READ = Request.auditHistory("d", "c");
    private static final String KEY = "AKIAREPEATREPEAT0000";
    private static final String SECRET = "the-secret-of-the-test";
    private static final Limits LIMITS = new Limits(0, 9, Duration.ofSeconds(10), Duration.ofMinutes(1));

    // Headers that differ for each connection and signature.
    private static final Set<String> OWN =
            Set.of("connection", "authorization", "x-amz-date", "x-amz-content-sha256", "transfer-encoding");

    private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,]+)");

    @TempDir
    static Path commands;

    @BeforeAll
    static void aShellWithCurlAndNetcat() throws Exception {
        // The build of the kit does not require curl and a shell.
        assumeTrue(run("command -v curl >&2 && command -v bash >&2") == 0, "this machine has no curl, or no bash");
        Path netcat = Files.writeString(
                commands.resolve("nc"), "#!/usr/bin/env bash\nexec 3<>/dev/tcp/$1/$2; cat >&3; cat <&3\n");
        Files.setPosixFilePermissions(netcat, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Stream<Request> requests() {
        return Stream.concat(
                Stream.of(
                        READ,
                        READ.json("{\"maxResults\":1}"),
                        READ.json("{\"it's\": \"$HOME `x` \\\\ \\\" ! * ~\"}"),
                        READ.json("{\n\t\"a\":\r\n1}"),
                        READ.body(Content.of("{}")),
                        READ.body(Content.of("@file")),
                        READ.body(Content.of("-x")),
                        READ.body(Content.of("100% \\n \\\\ \u0001")),
                        READ.body(Content.of("t\u00fcrk\u00e7e \uD83D\uDE00 \u202E")),
                        READ.json("x".repeat(9_000)),
                        READ.body(Content.of(new byte[] {0, (byte) 0xff, '%', '\'', '\\', '1', '\n'})),
                        READ.header("accept", ""),
                        READ.header("accept", "text/html, */*;q=0.1").json("{}"),
                        READ.header("content-type", "").body(Content.of("{}")),
                        READ.header("content-type", "application/json"),
                        READ.header("x-empty", "").json("{}"),
                        READ.header("X-Amz-User-Agent", "a").header("User-Agent", "kit's own/1"),
                        READ.header("accept-encoding", "gzip").json("{}"),
                        Request.to("POST", "/domains/d/cases/a%2Fb%2B;c=1/audit-history?x=1&y=%20&z"),
                        Request.to("POST", "/$x/'q'/a@b!,(c)").json("{}"),
                        Request.to("POST", "/domains/d/cases/../audit-history"),
                        Request.to("POST", "/domains/d/cases/%2E%2e/audit-history")
                                .json("{}")),
                Stream.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
                        .flatMap(method -> Stream.of(
                                READ.method(method),
                                method.equals("HEAD") || method.equals("OPTIONS")
                                        ? READ.method(method).header("accept", "*/*")
                                        : READ.method(method).json("{}"))));
    }

    static Stream<Request> unsignedRequests() {
        return Stream.of(
                READ.header("x-a", "1").header("x-a", "2").json("{}"),
                Request.auditHistory("", "c").throughSocket(),
                Request.to("POST", "/domains//cases/{a}[1]/../audit-history").throughSocket(),
                READ.json("{\"it's\": \"%s \\\\\"}").throughSocket(),
                READ.header("transfer-encoding", "chunked")
                        .body(Content.of("2\r\n{}\r\n0\r\n\r\n"))
                        .throughSocket(),
                READ.header("content-length", "2")
                        .header("Host", "other.example")
                        .body(Content.of(new byte[] {0, (byte) 0xff}))
                        .throughSocket());
    }

    @ParameterizedTest
    @MethodSource({"requests", "unsignedRequests"})
    void repeatsRequests(Request request) throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            String line = repeated(server, request, Signing.NONE, Signer.NONE);

            assertThat(Message.of(server.requests().get(1)))
                    .as(line)
                    .isEqualTo(Message.of(server.requests().get(0)));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void repeatsSignedRequests(Request request) throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            Signer signer = new SigV4Signer(
                    server.endpoint(),
                    "eu-west-1",
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)));
            String line = repeated(server, request, Signing.SIGV4, signer);

            Message sent = Message.of(server.requests().get(0));
            Message again = Message.of(server.requests().get(1));
            boolean accepts = sent.headers().stream().anyMatch(header -> header.startsWith("accept:"));
            // Older versions of curl sign a removed header.
            assertThat(accepts ? again : again.without("accept: */*")).as(line).isEqualTo(sent);
            if (!line.startsWith(": needs curl 8.3")) {
                assertThat(again.names()).as(line).containsAll(again.signed());
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"requests", "unsignedRequests"})
    void looksTheSameInAReport(Request request) {
        for (Signing signing : Signing.values()) {
            String line = new CurlCommand(target(URI.create("http://localhost:1"), signing)).exchange(request);

            assertThat(Printable.line(line)).isEqualTo(line);
        }
    }

    private static String repeated(RecordingServer server, Request request, Signing signing, Signer signer)
            throws Exception {
        Request sent;
        try (Probe probe = Probes.REST_ASSURED.to(server.endpoint(), signer, LIMITS)) {
            sent = probe.send(request).request();
        }
        String line = new CurlCommand(target(server.endpoint(), signing)).exchange(sent);
        assertThat(run(line)).as(line).isZero();
        assertThat(server.requests()).as(line).hasSize(2);
        return line;
    }

    private static int run(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true);
        shell.environment().put("AWS_ACCESS_KEY_ID", KEY);
        shell.environment().put("AWS_SECRET_ACCESS_KEY", SECRET);
        shell.environment().put("PATH", commands + ":" + System.getenv("PATH"));
        // The settings of the developer.
        shell.environment().put("CURL_HOME", commands.toString());
        Process process = shell.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static TargetProfile target(URI endpoint, Signing signing) {
        return new TargetProfile("any", endpoint, "eu-west-1", signing, false, Map.of(), Set.of(), LIMITS, false);
    }

    /** A request without headers that differ for each connection and signature. */
    private record Message(String line, List<String> headers, String body, String authorization) {

        static Message of(String request) {
            String[] parts = request.split("\r\n\r\n", 2);
            List<String> lines = Arrays.asList(parts[0].split("\r\n", -1));
            return new Message(
                    lines.get(0),
                    lines.stream()
                            .skip(1)
                            .map(Message::plain)
                            .filter(header -> !OWN.contains(header.split(":", 2)[0]))
                            .sorted()
                            .toList(),
                    parts[1],
                    lines.stream()
                            .filter(header -> header.startsWith("Authorization:"))
                            .collect(Collectors.joining()));
        }

        private static String plain(String header) {
            String[] parts = header.split(":", 2);
            return parts[0].toLowerCase(Locale.ROOT) + ": " + parts[1].strip();
        }

        Message without(String header) {
            return new Message(
                    line, headers.stream().filter(one -> !one.equals(header)).toList(), body, authorization);
        }

        Set<String> names() {
            Set<String> names = new TreeSet<>(OWN);
            headers.forEach(header -> names.add(header.split(":", 2)[0]));
            return names;
        }

        Set<String> signed() {
            Matcher signed = SIGNED_HEADERS.matcher(authorization);
            return signed.find() ? Set.of(signed.group(1).split(";", -1)) : Set.of();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Message message
                    && line.equals(message.line)
                    && headers.equals(message.headers)
                    && body.equals(message.body);
        }

        @Override
        public int hashCode() {
            return line.hashCode();
        }
    }
}
