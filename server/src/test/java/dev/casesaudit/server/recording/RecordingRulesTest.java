package dev.casesaudit.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingRulesTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "schemas", "recording.schema.json");
    private static final Path OF_THE_MOCK = Path.of("src", "main", "resources", RecordingRules.RESOURCE);

    @ParameterizedTest
    @EnumSource
    void areBuiltAsTheFileSays(Rule rule) throws IOException {
        assertThat(RecordingRules.ofTheMock().answer(rule))
                .isEqualTo(read(text()).answer(rule));
    }

    @Test
    void haveAnIdOfWhatTheySayAndOnWhichBasis() throws IOException {
        String text = text();
        UUID id = RecordingRules.ofTheMock().id();

        assertThat(read(text.replace("in the API reference", "elsewhere")).id()).isEqualTo(id);
        assertThat(read(text.replace("is: given", "is: all")).id()).isNotEqualTo(id);
        assertThat(read(text.replace("{is: given, basis: our choice}", "{is: given, basis: observed}"))
                        .id())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource
    void haveOneOfTheAnswersOfEachRule(Rule rule) {
        assertThat(rule.answers()).contains(RecordingRules.ofTheMock().answers().get(rule));
    }

    @Test
    void reportAllProblemsOfAFile() throws IOException {
        String broken = text().replace("{is: given, basis: our choice}", "{is: some, basis: our choice}")
                .replace("{is: omitted, basis: our choice}", "{is: omitted, basis: guess}")
                .replace("    source: AuditEvent in the API reference, type Case.Created\n", "")
                .replace("DeleteRelatedItem:", "DeleteRelatedItems:");

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(RecordingRules.InvalidRules.class)
                .hasMessageContaining("rules.yaml: /CreateCase/fields/is: expected one of given, all, none, got 'some'")
                .hasMessageContaining(
                        "rules.yaml: /UpdateCase/systemFields/basis: expected one of documented, observed,"
                                + " our choice, got 'guess'")
                .hasMessageContaining("rules.yaml: /CreateCase/event: expected a source, since the rule is called"
                        + " documented, got none")
                .hasMessageContaining("rules.yaml: /DeleteRelatedItems: expected only the members")
                .hasMessageContaining("rules.yaml: /: expected the member 'DeleteRelatedItem'");
    }

    @Test
    void refuseAFileThatIsNoObjectOrNoYaml() {
        for (String broken : new String[] {"", "7", "[]", "a: [", "null"}) {
            assertThatThrownBy(() -> read(broken)).isInstanceOf(RecordingRules.InvalidRules.class);
        }
    }

    @Test
    void haveAPublishedSchema() throws IOException {
        String made = new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema())
                        .replace(System.lineSeparator(), "\n")
                + "\n";
        if (Boolean.getBoolean("schemas.update")) {
            Files.writeString(PUBLISHED, made);
        }

        assertThat(made)
                .as("%s; -Dschemas.update=true writes it again", PUBLISHED)
                .isEqualTo(Files.readString(PUBLISHED));
    }

    @Test
    void fitTheirSchema() throws IOException {
        Schema schema = SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(schema());

        assertThat(schema.validate(Yaml.read(new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)))))
                .isEmpty();
        assertThat(schema.validate(Yaml.read(new ByteArrayInputStream(
                        text().replace("is: given", "is: some").getBytes(StandardCharsets.UTF_8)))))
                .isNotEmpty();
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Which edit records which audit event");
        schema.setAll(of(RecordingRules.shape()));
        for (Rule rule : Rule.values()) {
            schema.withObject("/properties/" + rule.group() + "/properties/" + rule.member())
                    .put("description", rule.decides());
        }
        schema.withObject("/properties").putObject("$schema").put("description", "Ignored: names this schema");
        return schema;
    }

    private static ObjectNode of(Shape shape) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (shape instanceof Shape.Structure structure) {
            schema.put("type", "object").put("additionalProperties", false);
            ArrayNode required = schema.putArray("required");
            ObjectNode properties = schema.putObject("properties");
            structure.members().forEach((name, member) -> {
                properties.set(name, of(member.shape()));
                if (member.required()) {
                    required.add(name);
                }
            });
        } else {
            Shape.Text text = (Shape.Text) shape;
            schema.put("type", "string");
            if (!text.values().isEmpty()) {
                ArrayNode values = schema.putArray("enum");
                text.values().forEach(values::add);
            }
        }
        return schema;
    }

    private static String text() throws IOException {
        return Files.readString(OF_THE_MOCK);
    }

    private static RecordingRules read(String text) throws IOException {
        return RecordingRules.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "rules.yaml");
    }
}
