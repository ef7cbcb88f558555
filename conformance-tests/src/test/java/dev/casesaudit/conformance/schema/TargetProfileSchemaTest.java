package dev.casesaudit.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.InvalidYaml;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.input.Yaml;
import dev.casesaudit.conformance.target.ProfileReader;
import dev.casesaudit.conformance.target.ProfileTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetProfileSchemaTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String EVERY_MEMBER = """
            base: mock
            endpoint: http://localhost:8080
            region: us-east-1
            signing: none
            ahead-of-contract: false
            real-service: false
            domain: d
            cases: {some-events: c, long: c}
            second-domain: {domain: e, case: c}
            not-offered: [empty, signatures]
            rate: 5
            max-requests: 100
            request-timeout: 10s
            time-limit: 5m
            limits: {body: 1, head: 1, line: 1, headers: 1, ratio: 1, depth: 1, values: 1, names: 1, token: 1}
            writes: {domain: d, template: t, text-field: f, number-field: n, fields: {title: x, due: 1}, event-timeout: 5s}
            """;

    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(-1),
            JSON.numberNode(0),
            JSON.numberNode(10_001),
            JSON.numberNode(1_000_001),
            JSON.numberNode(3_000_000_000L),
            JSON.numberNode(1.5),
            JSON.textNode(""),
            JSON.textNode(" "),
            JSON.textNode("text"),
            JSON.textNode("<id>"),
            JSON.arrayNode(),
            JSON.arrayNode().add("long"),
            JSON.arrayNode().add("second-domain"),
            JSON.arrayNode().add("nothing-at-all"),
            JSON.objectNode(),
            JSON.objectNode().put("unknown", 1));

    @SuppressWarnings("unused") // a source of arguments
    private static final List<String> ENDPOINTS = List.of(
            "http://localhost",
            "http://localhost:",
            "http://localhost:1",
            "http://localhost:08080",
            "http://localhost:65535",
            "HTTPS://Host/a/b//",
            "http://my-mock_2.some_net:8080",
            "http://b\u00fccher.example:8080",
            "http://[::1]:99",
            "https://cases.{region}.amazonaws.com",
            " http://localhost ",
            "http://localhost/a@b:c",
            "localhost:8080",
            "/a/path",
            "http://",
            "http://host?",
            "http://host#",
            "http://host:0",
            "http://host:65536",
            "http://my_mock:99999999999",
            "http://my_mock:port",
            "http://my mock",
            "http://[::1",
            "http://::1:8080",
            "file:///etc",
            "ftp://localhost",
            "http://user:hunter2@host",
            "http://host?password=hunter2");

    private final PublishedSchema schema = new PublishedSchema(TargetProfileSchema.make());

    @TempDir
    private Path folder;

    @Test
    void isPublished() throws IOException {
        PublishedSchema.assertPublished(EditorSchema.TARGET_PROFILE, TargetProfileSchema.make());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peers/profile.yaml",
                "src/main/resources/dev/casesaudit/conformance/target/mock.yaml",
                "src/main/resources/dev/casesaudit/conformance/target/aws.yaml",
                "src/main/resources/dev/casesaudit/conformance/target/defaults.yaml"
            })
    void acceptsTheProfilesOfTheProject(String file) throws UnusableInput {
        assertThat(schema.accepts(Path.of(file))).isTrue();
    }

    @Test
    void acceptsTheTemplateOnceItIsFilledIn() throws InvalidYaml {
        String template = ProfileTemplate.text();

        assertThat(schema.accepts(Yaml.parse(template))).isFalse();
        assertThat(schema.accepts(Yaml.parse(template.replaceAll("\"<[a-z ]+>\"", "\"4711\""))))
                .isTrue();
    }

    @Test
    void acceptsTheTemplateWithEveryLineTakenIn() throws InvalidYaml {
        String filledIn = ProfileTemplate.text()
                .replaceAll("(?m)^( *)# ((?: *)[a-z-]+:(?: .*)?)$", "$1$2")
                .replaceAll("(?m)^  - (?!signatures).*\n", "")
                .replaceAll("\"<[a-z ]+>\"", "\"4711\"");

        assertThat(schema.accepts(Yaml.parse(filledIn))).isTrue();
    }

    @Test
    void agreesWithTheReaderOnEveryChangeOfAMember() throws Exception {
        JsonNode document = Yaml.parse(EVERY_MEMBER);
        assertAgreement(document);
        agreeOnEachMember(document, (ObjectNode) document);
        for (String object : List.of("cases", "second-domain", "limits", "writes")) {
            agreeOnEachMember(document, (ObjectNode) document.path(object));
        }
        agreeOnEachMember(document, (ObjectNode) document.at("/writes/fields"));
    }

    private void agreeOnEachMember(JsonNode document, ObjectNode object) throws IOException {
        for (String name :
                List.copyOf(object.propertyStream().map(Map.Entry::getKey).toList())) {
            JsonNode before = object.path(name);
            for (JsonNode value : VALUES) {
                object.set(name, value);
                assertAgreement(document);
            }
            object.set(name, before);
        }
        object.put("unknown", 1);
        assertAgreement(document);
        object.remove("unknown");
    }

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void agreesWithTheReaderOnEndpoints(String endpoint) throws IOException {
        assertAgreement(JSON.objectNode().put("endpoint", endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0s",
                "1ms",
                "86400000ms",
                "86400001ms",
                "090s",
                "86400s",
                "86401s",
                "1440m",
                "1441m",
                "24h",
                "25h",
                "1.5s",
                "10",
                "10 s",
                "10S",
                "000000001s",
                "99999999ms"
            })
    void agreesWithTheReaderOnDurations(String time) throws IOException {
        assertAgreement(JSON.objectNode().put("time-limit", time));
    }

    private void assertAgreement(JsonNode document) throws IOException {
        assertThat(schema.accepts(document)).as("%s", document).isEqualTo(reads(document));
    }

    // Options stand for members that the file may leave to them.
    private boolean reads(JsonNode document) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), document.toString());
        try {
            new ProfileReader(Map.of())
                    .read(
                            file.toString(),
                            Map.of(
                                    "endpoint", "http://localhost",
                                    "region", "us-east-1",
                                    "domain", "another",
                                    "cases", Map.of("some-events", "c")));
            return true;
        } catch (UnusableInput e) {
            return false;
        }
    }
}
