package dev.casesaudit.journey.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of all documents, loads their fixtures and behaviours, and checks the syntax of the rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedCommandsIT {

    private static final Map<Pattern, String> NOT_RUN = notRun();
    private static final Pattern STARTS_A_MOCK = Pattern.compile("java .*cases-audit-mock\\.jar(?! env\\b).*(?<!&)$");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

    @AutoClose
    private final PackagedMock mock = PackagedMock.start();

    private final ControlClient control = ControlClient.of(mock);

    @TempDir
    private Path folder;

    private Shell shell;

    private static Map<Pattern, String> notRun() {
        Map<Pattern, String> reasons = new LinkedHashMap<>();
        reasons.put(Pattern.compile("\\./mvnw "), "Maven cannot run within its own build");
        reasons.put(Pattern.compile("npx "), "downloads linters; the workflow of CI runs them");
        reasons.put(Pattern.compile("docker run "), "downloads an image");
        reasons.put(
                Pattern.compile("conformance-kit\\.jar run|kit (run|learn) "),
                "takes long; the package conformance runs it");
        reasons.put(
                Pattern.compile("^java -jar server/target/cases-audit-mock\\.jar( --(port|host) \\S+)?( *#.*)?$"),
                "every journey starts it so; CommandLineTest reads these arguments");
        reasons.put(Pattern.compile("cases-audit-junit"), "of a module that is built after this one");
        reasons.put(
                Pattern.compile("kit capture --profile aws"), "needs an AWS account; CaptureIT captures from the mock");
        reasons.put(Pattern.compile("curl -N "), "does not end; JournalStreamIT follows the journal");
        reasons.put(Pattern.compile("peers/run\\.mjs"), "downloads other mock servers");
        return reasons;
    }

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(mock, Files.createTempDirectory(folder, "project"));
    }

    @AfterEach
    void reset() {
        control.delete("state");
    }

    @TestFactory
    Stream<DynamicTest> shellBlocksSucceed() {
        return Block.in("sh").stream().map(block -> dynamicTest(block.toString(), () -> runShell(block)));
    }

    @Test
    void everyCommandThatIsNotRunHasAReasonAndEveryReasonACommand() {
        List<String> commands = Block.in("sh").stream()
                .flatMap(block -> block.commands().stream())
                .toList();

        assertThat(NOT_RUN.keySet()).allSatisfy(pattern -> assertThat(commands).anyMatch(pattern.asPredicate()));
        assertThat(commands).anyMatch(command -> reason(command).isEmpty());
    }

    private static Optional<String> reason(String command) {
        return NOT_RUN.keySet().stream()
                .filter(pattern -> pattern.matcher(command).find())
                .map(NOT_RUN::get)
                .findFirst();
    }

    private void runShell(Block block) throws IOException, InterruptedException {
        Shell project = newProject();
        for (String tool : List.of("aws", "jq", "openssl")) {
            if (Pattern.compile("\\b" + tool + "\\b").matcher(block.text()).find()) {
                assumeInstalled(tool, tool + " --version || " + tool + " version");
            }
        }
        List<String> script = new ArrayList<>();
        for (String command : block.commands()) {
            if (reason(command).isPresent()) {
                continue;
            }
            if (STARTS_A_MOCK.matcher(command).find()) {
                project.run(exports() + String.join("\n", script));
                script.clear();
                project.startMock(command);
            } else {
                script.add(command);
            }
        }
        project.run(exports() + String.join("\n", script));
    }

    // The build requires only Java: a document may use more, and a machine without it runs the other blocks.
    private void assumeInstalled(String tool, String command) throws IOException, InterruptedException {
        assumeTrue(shell.has(command), () -> "this machine has no " + tool);
    }

    // With the files that the page about fixtures names.
    private Shell newProject() throws IOException {
        Path place = Files.createTempDirectory(folder, "project");
        Files.createDirectory(place.resolve("my-fixtures"));
        Files.writeString(
                place.resolve("my-fixtures").resolve("a.yaml"),
                block("yaml", "docs/fixtures.md").text());
        Files.writeString(place.resolve("token.key"), "0123456789abcdef0123456789abcdef");
        Files.writeString(place.resolve("more.yaml"), "{domain: more, cases: {empty: {auditEvents: []}}}");
        return new Shell(mock, place);
    }

    private static Block block(String language, String page) {
        return Block.in(language).stream()
                .filter(block -> block.page().equals(Path.of(page)))
                .findFirst()
                .orElseThrow();
    }

    private static String exports() {
        return block("sh", "docs/calling.md").text();
    }

    @TestFactory
    Stream<DynamicTest> dataBlocksAreReadAndLoaded() {
        return Stream.of("json", "yaml")
                .flatMap(language -> Block.in(language).stream())
                .map(block -> dynamicTest(block.toString(), () -> load(block)));
    }

    private void load(Block block) throws IOException {
        InputStream text = new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8));
        JsonNode data = block.language().equals("json") ? Json.read(text) : Yaml.read(text);

        assertThat(data.isMissingNode() || data.isEmpty()).isFalse();
        if (data.has("cases")) {
            control.put("domains/" + data.path("domain").asText(), data.toString());
        }
    }

    @Test
    void theMessageAboutInvalidFixturesIsTheOneOfThePage() throws IOException {
        Files.createDirectory(folder.resolve("my-fixtures"));
        Files.writeString(
                folder.resolve("my-fixtures").resolve("a.yaml"), "{domain: a, cases: {captured: {auditEvents: 7}}}");
        Files.writeString(
                folder.resolve("more.yaml"), "{domain: b, cases: {made-up: {generate: {events: 0, seed: 7}}}}");

        PackagedMock.Ended ended = PackagedMock.startExpectingFailure(
                "-Dcases.fixtures=%1$s/my-fixtures/,%1$s/more.yaml".formatted(folder));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log().replace(folder + "/", ""))
                .contains(block("text", "docs/fixtures.md").text().strip())
                .doesNotContain("\tat ");
    }

    @Test
    void everyBehaviourInATableCanBeSet() throws IOException {
        Map<String, Set<String>> names = Map.of(
                "faults", namesOf("| step |"),
                "pages",
                        Stream.concat(namesOf("| legal |").stream(), namesOf("| not legal").stream())
                                .collect(Collectors.toSet()),
                "tomorrow", namesOf("| name |"));

        names.forEach((member, values) -> assertThat(values)
                .as(member)
                .hasSizeGreaterThan(5)
                .allSatisfy(value -> control.put(
                        "behaviour",
                        new ObjectMapper().createObjectNode().put(member, value).toString())));
    }

    /** The code spans in the first column of a table of the page about behaviours. */
    private static Set<String> namesOf(String header) throws IOException {
        String page = Files.readString(Block.ROOT.resolve("docs").resolve("behaviour.md"));
        return page.substring(page.indexOf("\n" + header) + 1)
                .lines()
                .takeWhile(row -> row.startsWith("|"))
                .skip(2)
                .map(row -> row.split("\\|", -1)[1])
                .flatMap(cell -> SPAN.matcher(cell).results())
                .map(span -> span.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void theRecipesInPythonPass() throws IOException, InterruptedException {
        assumeInstalled("boto3 and pytest", "python3 -c 'import boto3, pytest'");
        String tests = Block.in("python").stream()
                .filter(block -> block.page().endsWith("recipes.md"))
                .map(Block::text)
                .collect(Collectors.joining("\n"));

        assertThat(shell.run(exports() + "export AUDIT_MOCK_ENDPOINT=\"$AWS_ENDPOINT_URL_CONNECTCASES\" PYTHONPATH="
                        + Block.ROOT
                        + "/clients/python\ncat > test_recipes.py <<'EOF'\n" + tests
                        + "EOF\npython3 -m pytest -q -p no:cacheprovider test_recipes.py"))
                .contains(" passed")
                .doesNotContain("failed");
    }

    @TestFactory
    Stream<DynamicTest> callsInPythonSucceed() {
        return Block.in("python").stream()
                .filter(block -> !block.page().endsWith("recipes.md"))
                .map(block -> dynamicTest(block.toString(), () -> {
                    Shell project = newProject();
                    assumeInstalled("boto3", "python3 -c 'import boto3'");
                    assertThat(project.run(exports() + "python3 - <<'EOF'\n" + block.text() + "EOF\n"))
                            .contains("Case.");
                }));
    }

    // Without the packages of the SDK, which npm would download.
    @Test
    void blocksInJavaScriptAreWellFormed() throws IOException, InterruptedException {
        assumeInstalled("Node.js", "node --version");

        for (Block block : Block.in("js")) {
            shell.run("cat > block.mjs <<'EOF'\n" + block.text() + "EOF\nnode --check block.mjs");
        }
    }

    @Test
    void everyLanguageIsLookedAt() {
        assertThat(Block.all().stream().map(Block::language).distinct())
                // DocumentedJavaTest looks at java and xml; diagrams are for readers.
                .containsExactlyInAnyOrder("sh", "json", "yaml", "text", "python", "js", "java", "xml", "mermaid");
    }
}
