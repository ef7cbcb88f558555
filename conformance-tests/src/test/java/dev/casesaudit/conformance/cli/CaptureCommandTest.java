package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.capture.CaptureTarget;
import dev.casesaudit.conformance.capture.CaptureTarget.Reply;
import dev.casesaudit.conformance.http.EndlessServer;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureCommandTest {

    private static final String PRINCIPAL = "arn:aws:iam::111122223333:role/CrmSync";
    private static final String AGENT = "arn:aws:connect:us-east-1:111122223333:instance/"
            + "8c6b5a1e-2f0d-4e55-a3a1-6f1d0c2b7e10/agent/5f0c7f0e-6d0b-4a53-8f0a-2c9f9c1b7a01";

    private final CommandRun shell = new CommandRun();

    @TempDir
    private Path folder;

    // ---- the file

    @Test
    void writesTheEventsOfAllPagesInTheirOrder() throws Exception {
        try (CaptureTarget target = pages(60, 25)) {
            assertThat(capture(target, "--case", "a", "--case", "b", "--case", "a"))
                    .isZero();

            JsonNode file = file();
            assertThat(file.path("domain").asText()).isEqualTo("d");
            assertThat(file.at("/cases/a/order").asText()).isEqualTo("listed");
            assertThat(ids(file.at("/cases/a")))
                    .isEqualTo(ids(file.at("/cases/b")))
                    .hasSize(60)
                    .startsWith("e0", "e1");
            // On a busy machine, the client sends a request again if its connection was closed.
            assertThat(new LinkedHashSet<>(target.requests()))
                    .hasSize(6)
                    .contains("/domains/d/cases/a/audit-history {\"maxResults\":25,\"nextToken\":\"25\"}");
            assertThat(shell.out()).contains("Wrote 120 events of 2 cases to " + out(), "--fixtures " + out());
        }
    }

    @Test
    void writesTheSchemaThatTheFileNames() throws Exception {
        try (CaptureTarget target = pages(3, 25)) {
            assertThat(capture(target, "--case", "a")).isZero();

            assertThat(out()).content().startsWith("# yaml-language-server: $schema=fixtures.schema.json\n");
            assertThat(folder.resolve("fixtures.schema.json")).content().isEqualTo(EditorSchema.FIXTURES.text());
        }
    }

    @Test
    void writesAnEmptyCaseAndAnAwkwardIdThatTheMockCanLoad() throws Exception {
        String id = "a: \"b\" # \uD83D\uDE00 'c'\u0085\u2028" + "\u0001".repeat(400);
        try (CaptureTarget target = CaptureTarget.of()) {
            assertThat(capture(target, "--case", id)).isZero();

            assertThat(file().path("cases").path(id).path("auditEvents").isArray())
                    .isTrue();
        }
    }

    @Test
    void keepsEveryCharacterAndNumber() throws Exception {
        String text =
                "\\u0000 \\u007f \\u0085 \\u2028 \\ufeff \\uffff \uD83D\uDE00 \\ud83d\\ude00 \\\" \\\\ \\t # : - {}";
        List<String> numbers = List.of("-0.0", "1.7976931348623157E308", "4.9E-324", "12", "\"NaN\"", "0.1");
        try (CaptureTarget target = CaptureTarget.of(Stream.concat(
                        Stream.of(event("s", "{\"stringValue\":\"" + text + "\"}")),
                        numbers.stream().map(one -> event("n" + numbers.indexOf(one), "{\"doubleValue\":" + one + "}")))
                .toArray(String[]::new))) {
            assertThat(capture(target, "--case", "a")).isZero();

            assertThat(value(file(), 0).path("stringValue").asText())
                    .isEqualTo("\0 \u007f \u0085 \u2028 \ufeff \uffff \uD83D\uDE00 \uD83D\uDE00 \" \\ \t # : - {}");
            assertThat(Files.readString(out())).contains(numbers);
        }
    }

    @Test
    void canOnlyBeReadByItsOwner() throws Exception {
        try (CaptureTarget target = CaptureTarget.of()) {
            capture(target, "--case", "a");

            if (out().getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out())))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void overwritesAFileOnlyWithForce() throws Exception {
        Files.writeString(out(), "precious");
        try (CaptureTarget target = CaptureTarget.of()) {
            assertThat(capture(target, "--case", "a")).isEqualTo(2);
            assertThat(shell.err()).contains("--out: expected no file of that name, got one; use --force");
            assertThat(target.requests()).isEmpty();
            assertThat(out()).hasContent("precious");
            assertThat(capture(target, "--case", "a", "--force")).isZero();
            assertThat(out()).content().contains("domain: \"d\"");
        }
    }

    // ---- limits

    @Test
    void cutsACaseAtALimitAndSaysSo() throws Exception {
        try (CaptureTarget target = pages(60, 25)) {
            assertThat(capture(target, "--case", "a", "--max-events", "30")).isZero();
            assertThat(ids(file().at("/cases/a"))).hasSize(30);
            assertThat(shell.out()).contains("Cut: case \"a\" goes on after these 30 events.");
            assertThat(out()).content().contains("# Cut: case \"a\"");
            assertThat(capture(target, "--case", "a", "--max-pages", "2", "--force"))
                    .isZero();
            assertThat(ids(file().at("/cases/a"))).hasSize(50);
        }
    }

    @Test
    void saysNothingOfALimitThatIsJustReached() throws Exception {
        try (CaptureTarget target = pages(50, 25)) {
            assertThat(capture(target, "--case", "a", "--max-events", "50", "--max-pages", "2"))
                    .isZero();
            assertThat(shell.out()).doesNotContain("Cut");
        }
    }

    @Test
    void retriesWhatATargetRefusesForAWhile() throws Exception {
        try (CaptureTarget target = new CaptureTarget((number, body) -> switch (number) {
            case 1, 2, 3, 4 -> new Reply(429, "x-amzn-errortype", "ThrottlingException", "{\"message\":\"slow\"}");
            case 6 -> new Reply(0, "", "", "");
            case 8 -> new Reply(500, "x-amzn-errortype", "InternalServerException", "{\"message\":\"oh\"}");
            default -> page(30, 25, body);
        })) {
            assertThat(capture(target, "--case", "a")).isZero();
            assertThat(ids(file().at("/cases/a"))).hasSize(30);
        }
    }

    @Test
    void waitsAsLongAsAResponseAsks() throws Exception {
        List<Long> times = new ArrayList<>();
        try (CaptureTarget target = new CaptureTarget((number, body) -> {
            boolean second = body.contains("nextToken");
            if (second) {
                times.add(System.nanoTime());
            }
            return second && times.size() == 1 ? new Reply(429, "retry-after", "1", "{}") : page(30, 25, body);
        })) {
            assertThat(capture(target, "--case", "a")).isZero();
            assertThat(Duration.ofNanos(times.get(1) - times.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"auditEvents\":[],\"nextToken\":\"t\"} | was there before, so the pages would never end",
                "200 | {\"auditEvents\":[],\"nextToken\":\"\"}  | is an empty string, which may mean the first page",
                "200 | {\"auditEvents\":[],\"nextToken\":7}     | /nextToken: expected a string, null or nothing",
                "200 | {\"auditEvents\":{}}                     | /auditEvents: expected a list of events, got an object",
                "200 | <html><title>Login</title></html>        | with an HTML page 'Login'",
                "302 | ''                                       | without a body",
                "403 | {\"message\":\"No\"}                     | refused with 403 'No'",
                "404 | {\"message\":\"No\",\"code\":\"ResourceNotFoundException\"} | got 404 ResourceNotFoundException",
                "429 | {\"message\":\"No\"}                     | the target throttles; run again later, or with a lower --rate",
                "500 | {\"message\":\"Oh\"}                     | 500 'Oh'"
            })
    void writesNothingWhereAHistoryCannotBeReadToItsEnd(int status, String body, String problem) throws Exception {
        try (CaptureTarget target = new CaptureTarget((number, input) -> new Reply(status, "", "", body))) {
            assertThat(capture(target, "--case", "a")).isEqualTo(3);
            assertThat(shell.err()).contains("nothing was written: case 'a' cannot be captured");
            if (status != 302) {
                assertThat(shell.err()).contains(problem);
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void endsAtTheRequestBudgetOfPagesWithoutEnd() throws Exception {
        try (CaptureTarget target = new CaptureTarget(
                (number, body) -> Reply.page("{\"auditEvents\":[],\"nextToken\":\"" + number + "\"}"))) {
            assertThat(capture(target, "--case", "a", "--max-requests", "20")).isEqualTo(3);
            assertThat(shell.err()).contains("after 20 pages with 0 events", "limit of 20 requests (--max-requests)");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK~~            | a                 | a response cannot be read: ",
                "HTTP/1.1 200 OK~             | x-a: b~           | a response cannot be read: ",
                "HTTP/1.1 200 OK~content-length: 100000~~ | .     | none came within 1.0 seconds",
                "SSH-2.0-OpenSSH_9.6~         | .                 | does not speak HTTP",
                "HTTP/1.1 302 Found~location: http://localhost:1/x~content-length: 0~~ | '' | the endpoint redirects"
            })
    void endsInTimeOnAHostileTarget(String beginning, String rest, String problem) {
        boolean slow = rest.equals(".");
        try (EndlessServer target = new EndlessServer(
                beginning.replace("~", "\r\n"),
                slow ? " " : rest.replace("~", "\r\n").repeat(rest.isEmpty() ? 0 : 65_536 / rest.length()),
                slow ? Duration.ofMillis(100) : Duration.ZERO)) {
            int code = shell.run(
                    "capture",
                    "--endpoint",
                    target.endpoint().toString(),
                    "--domain",
                    "d",
                    "--case",
                    "a",
                    "--out",
                    out().toString(),
                    "--request-timeout",
                    "1s",
                    "--time-limit",
                    "20s");

            assertThat(code).isEqualTo(3);
            assertThat(shell.err()).contains(problem);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void saysThatNobodyListens() {
        assertThat(shell.run(
                        "capture",
                        "--endpoint",
                        "http://localhost:1",
                        "--domain",
                        "d",
                        "--case",
                        "a",
                        "--out",
                        out().toString()))
                .isEqualTo(3);
        assertThat(shell.err()).contains("http://localhost:1 sends no response");
        assertThat(folder).isEmptyDirectory();
    }

    // ---- masks

    private static final List<String> PERSONAL = List.of("Margaret", "Doeberlin", "jane.doe@example.com", "5550100");

    @Test
    void leavesNoMaskedValueAnywhere() throws Exception {
        try (CaptureTarget target = personal()) {
            assertThat(capture(target, "--case", "a", "--mask", "strings,arns,entities", "--drift", "keep"))
                    .isZero();

            assertThat(Files.readString(out()) + shell.out() + shell.err())
                    .doesNotContain(PERSONAL)
                    .doesNotContain("111122223333", "CrmSync", "8c6b5a1e", "5f0c7f0e")
                    .contains("Masked: strings, arns, entities.")
                    .contains(
                            "arn:aws:iam::",
                            ":role/",
                            "/agent/",
                            "drift /someDay",
                            "phoneValue",
                            "2026-01-02T03:04:05Z");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strings          | jane.doe@example.com, CrmSync | Doeberlin, 5550100",
                "arns             | jane.doe@example.com, Doeberlin     | CrmSync, 111122223333, 8c6b5a1e",
                "entities         | CrmSync, Doeberlin                  | jane.doe@example.com",
                "arns,entities    | Doeberlin                          | jane.doe@example.com, 111122223333"
            })
    void masksWhatIsAskedForAndSaysWhatItDoesNot(String mask, String kept, String masked) throws Exception {
        try (CaptureTarget target = personal()) {
            assertThat(capture(target, "--case", "a", "--mask", mask)).isZero();

            assertThat(Files.readString(out())).contains(kept.split(", ")).doesNotContain(masked.split(", "));
            assertThat(shell.out()).contains("Masked: " + mask.replace(",", ", ") + ".", "Not masked: ");
        }
    }

    @Test
    void masksEqualValuesEquallyInAllCases() throws Exception {
        try (CaptureTarget target = CaptureTarget.of(
                event("1", "{\"userArnValue\":\"" + AGENT + "\"}"),
                event("2", "{\"stringValue\":\"" + AGENT + "\"}"),
                event("3", "{\"stringValue\":\"5f0c7f0e-6d0b-4a53-8f0a-2c9f9c1b7a01\"}"),
                event("4", "{\"stringValue\":\"other\"}"))) {
            assertThat(capture(target, "--case", "a", "--case", "b", "--mask", "strings,arns"))
                    .isZero();

            JsonNode file = file();
            String arn = value(file, 0).path("userArnValue").asText();
            assertThat(file.at("/cases/a")).isEqualTo(file.at("/cases/b"));
            assertThat(value(file, 1).path("stringValue").asText())
                    .isEqualTo(arn)
                    .hasSameSizeAs(AGENT);
            assertThat(arn)
                    .endsWith("/agent/" + value(file, 2).path("stringValue").asText());
            assertThat(value(file, 3).path("stringValue").asText()).hasSize(5).isNotEqualTo("other");
        }
    }

    @Test
    void hasNoMaskOfAnEarlierCapture() throws Exception {
        try (CaptureTarget target = CaptureTarget.of(event("1", "{\"stringValue\":\"a text to be masked\"}"))) {
            capture(target, "--case", "a", "--mask", "strings");
            String first = Files.readString(out());
            capture(target, "--case", "a", "--mask", "strings", "--force");

            assertThat(out()).content().isNotEqualTo(first);
        }
    }

    // ---- times

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep                           | 2026-01-02T03:04:05.125Z | 2026-01-02T03:04:05Z",
                "shift=2020-05-06               | 2020-05-06T00:00:00.125Z | 2020-05-06T00:00:00Z",
                "shift=2020-05-06T07:08:09+01:00 | 2020-05-06T06:08:09.125Z | 2020-05-06T06:08:09Z",
                "shift=-1d                      | 2026-01-01T03:04:05.125Z | 2026-01-01T03:04:05Z",
                "shift=90m                      | 2026-01-02T04:34:05.125Z | 2026-01-02T04:34:05Z"
            })
    void shiftsTimesWithTheirDistances(String times, String newer, String older) throws Exception {
        String event = event("1", "{\"booleanValue\":true}");
        try (CaptureTarget target = CaptureTarget.of(
                event.replace("05Z", "05.125Z"),
                event.replace("\"1\"", "\"2\"").replace("03:04:05Z", "04:04:05+01:00"))) {
            assertThat(capture(target, "--case", "a", "--times", times)).isZero();

            assertThat(file().at("/cases/a/auditEvents/0/performedTime").asText())
                    .isEqualTo(newer);
            assertThat(file().at("/cases/a/auditEvents/1/performedTime").asText())
                    .isEqualTo(older);
        }
    }

    @Test
    void refusesAShiftThatLeavesTheYearsOfFixtures() throws Exception {
        try (CaptureTarget target = CaptureTarget.of(event("1", "{\"booleanValue\":true}"))) {
            assertThat(capture(target, "--case", "a", "--times", "shift=-999999d"))
                    .isEqualTo(3);
            assertThat(shell.err()).contains("leave the years 1 to 9999");
            assertThat(folder).isEmptyDirectory();
        }
    }

    // ---- drift

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"type\":\"Case.Created\"' | '\"type\":\"Case.Merged\"'       | /type: expected one of Case.Created | 1",
                "'\"fields\"'                | '\"someDay\":{\"a\":1},\"fields\"' | unknown member /someDay            | 2",
                "booleanValue                | phoneValue                       | /fields/*/newValue: expected exactly one of | 1",
                "true                        | 7                                | /fields/*/newValue/booleanValue: expected a boolean | 1",
                "2026-01-02T03:04:05Z        | yesterday                        | /performedTime: expected ISO 8601   | 1",
                "2026-01-02T03:04:05Z        | +12026-01-02T03:04:05Z           | /performedTime: a time that fixtures cannot hold | 1",
                "'\"eventId\":\"2\"'         | '\"eventId\":\"1\"'              | /eventId: an event of this id was there before | 1",
                "'\"eventId\":\"2\"'         | '\"eventId\":\"\"'               | /eventId: expected 1 to 500 code points | 1",
                "'\"eventId\":\"2\"'         | '\"eventId\":\"\\ud800\"'        | half of a surrogate pair            | 1",
                "'\"booleanValue\":true'     | '\"doubleValue\":1e400'          | a number beyond doubles             | 1",
                "'\"booleanValue\":true'     | '\"booleanValue\":true,\"__type\":\"x\"' | unknown member /fields/*/newValue/__type | 2"
            })
    void reportsDriftAndLeavesItOutOrMarksIt(String part, String other, String problem, int kept) throws Exception {
        String plain = event("1", "{\"booleanValue\":true}");
        String drifted = plain.replace("\"eventId\":\"1\"", "\"eventId\":\"2\"").replace(part, other);
        try (CaptureTarget target = CaptureTarget.of(plain, drifted)) {
            assertThat(capture(target, "--case", "a")).isZero();
            assertThat(ids(file().at("/cases/a"))).hasSize(kept);
            assertThat(shell.out()).contains("Drift, which the fixture cannot hold and does not have:", problem);
            assertThat(out()).content().contains(problem).doesNotContain("# drift");

            assertThat(capture(target, "--case", "a", "--drift", "keep", "--force"))
                    .isZero();
            assertThat(ids(file().at("/cases/a"))).hasSize(kept);
            assertThat(out()).content().contains("      # drift");
        }
    }

    @Test
    void namesTheBehaviourOfTheMockThatIsSimilarToTheDrift() throws Exception {
        String plain = event("1", "{\"booleanValue\":true}");
        try (CaptureTarget target = CaptureTarget.of(
                "null", plain.replace("Case.Created", "X"), plain.replace("\"fields\"", "\"x\":1,\"fields\""))) {
            capture(target, "--case", "a", "--drift", "keep");

            assertThat(out()).content().contains("# behaviour: {tomorrow: \"event-type, extra-members, null-items\"}");
        }
    }

    @Test
    void letsNoNameOfATargetLeaveItsComment() throws Exception {
        String name = "x\\ndomain: evil\\u001b[2J";
        try (CaptureTarget target = CaptureTarget.of(
                event("1", "{\"booleanValue\":true}").replace("\"fields\"", "\"" + name + "\":1,\"fields\""))) {
            assertThat(capture(target, "--case", "a", "--drift", "keep")).isZero();

            assertThat(file().path("domain").asText()).isEqualTo("d");
            assertThat(shell.out()).doesNotContain("\u001b").doesNotContain("\ndomain");
        }
    }

    // ---- the command line

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--domain d --case a                        | Missing required option: '--out=FILE'",
                "--domain d --out x.yaml                    | Missing required option: '--case=ID'",
                "--domain d --case a --out x.yaml --msk x   | Possible solutions: --mask",
                "--domain d --case a --out x.yaml --mask string | expected one of strings, arns, entities, got 'string'; did you mean 'strings'?",
                "--domain d --case a --out x.yaml --drift keeep | expected one of drop, keep, got 'keeep'; did you mean 'keep'?",
                "--domain d --case a --out x.yaml --times shift=soon | expected keep, shift=TIME",
                "--domain d --case a --out x.yaml --max-events 0 | --max-events: expected a whole number from 1, got 0",
                "--domain d --case a --out x.yaml --max-pages x | Invalid value for option '--max-pages': 'x' is not a long",
                "--domain d --case a --out x.json           | --out: expected a file whose name ends in .yaml or .yml, got 'x.json'",
                "--domain d --case a --out no/such/x.yaml   | --out: expected a place in a folder that can be written to",
                "--domain d --case <id> --out x.yaml        | expected the id of a case, got '<id>'",
                "--profile aws --case a --out x.yaml --region us-east-1 | --domain",
                "--profile nowhere.yaml --case a --out x.yaml | nowhere.yaml: expected mock, aws or a file"
            })
    void endsWithTwoAndNamesTheProblem(String line, String problem) {
        assertThat(shell.run(("capture " + line).split(" "))).isEqualTo(2);
        assertThat(shell.err()).startsWith("conformance-kit: ").contains(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void refusesACaseIdThatTheContractForbids(int length) {
        assertThat(shell.run("capture", "--domain", "d", "--case", "x".repeat(length), "--out", out().toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--case: expected an id of 1 to 500 code points");
    }

    @Test
    void fitsItsHelpOnAScreen() {
        assertThat(shell.run("capture", "--help")).isZero();
        assertThat(shell.out().lines()).hasSizeLessThan(50).allMatch(line -> line.length() <= 80);
    }

    // ---- help for these tests

    private Path out() {
        return folder.resolve("my.yaml");
    }

    private int capture(CaptureTarget target, String... options) {
        List<String> line = new ArrayList<>(List.of("capture", "--endpoint", target.url(), "--domain", "d"));
        line.addAll(List.of("--out", out().toString()));
        line.addAll(List.of(options));
        return shell.run(line.toArray(String[]::new));
    }

    private JsonNode file() throws UnusableInput {
        return Documents.yaml(out());
    }

    private static List<String> ids(JsonNode one) {
        return one.findValuesAsText("eventId");
    }

    private static JsonNode value(JsonNode file, int event) {
        return file.at("/cases/a/auditEvents/" + event + "/fields/0/newValue");
    }

    private static String event(String id, String value) {
        return """
                {"eventId":"%s","type":"Case.Created","performedTime":"2026-01-02T03:04:05Z",\
                "fields":[{"eventFieldId":"status","newValue":%s}]}""".formatted(id, value);
    }

    private static CaptureTarget personal() throws IOException {
        String by =
                "\"performedBy\":{\"iamPrincipalArn\":\"%s\",\"user\":{\"customEntity\":\"jane.doe@example.com\"}},\"fields\""
                        .formatted(PRINCIPAL);
        return CaptureTarget.of(
                event("1", "{\"stringValue\":\"Margaret Doeberlin \uD83D\uDE00 5550100\"}")
                        .replace("\"fields\"", by),
                event("2", "{\"userArnValue\":\"" + AGENT + "\"}"),
                event("3", "{\"stringValue\":\"5550100, see " + AGENT + ", too\"}"),
                event("4", "{\"phoneValue\":5550100}").replace("status", "of " + PRINCIPAL),
                event("5", "{\"stringValue\":5550100}"),
                event("6", "{\"booleanValue\":true}")
                        .replace("\"fields\"", "\"someDay\":{\"Margaret\":[\"Doeberlin\",5550100]},\"fields\""),
                event("7", "{\"phoneValue\":\"Margaret Doeberlin\"}").replace("\"fields\"", by),
                event("8", "{\"stringValue\":\"" + "Doeberlin".repeat(500) + "\"}"),
                event("9", "{\"booleanValue\":true}")
                        .replace("\"fields\"", by)
                        .replace("jane.doe@example.com", "jane.doe@example.com (Margaret Doeberlin)"),
                event("10", "\"Margaret Doeberlin\""));
    }

    private static CaptureTarget pages(int events, int size) throws IOException {
        return new CaptureTarget((number, body) -> page(events, size, body));
    }

    private static Reply page(int events, int size, String body) {
        var token = Pattern.compile("\"nextToken\":\"(\\d+)\"").matcher(body);
        int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
        int to = Math.min(events, from + size);
        String items = IntStream.range(from, to)
                .mapToObj(i -> event("e" + i, "{\"booleanValue\":true}"))
                .reduce((one, next) -> one + "," + next)
                .orElse("");
        String next = to < events ? String.format(Locale.ROOT, ",\"nextToken\":\"%d\"", to) : "";
        return Reply.page("{\"auditEvents\":[" + items + "]" + next + "}");
    }
}
