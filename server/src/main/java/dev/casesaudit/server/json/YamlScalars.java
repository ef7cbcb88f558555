package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** Reads what is neither an object nor a list, by its tag or by the rules of YAML 1.2. */
final class YamlScalars {

    private static final Schema SCHEMA = new JsonSchema();
    private static final Set<Tag> TAGS = Set.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.BINARY);
    private static final ObjectMapper VALUES = new ObjectMapper();

    private YamlScalars() {}

    static JsonNode read(ScalarEvent scalar) throws NotReadable {
        Tag tag = tag(scalar);
        if (tag.equals(Tag.STR)) {
            return TextNode.valueOf(scalar.getValue());
        }
        if (!TAGS.contains(tag)) {
            throw ofAnotherType(scalar);
        }
        Object value = value(scalar, tag);
        if (value == null && !tag.equals(Tag.NULL)) {
            throw ofAnotherType(scalar);
        }
        return VALUES.valueToTree(value);
    }

    private static Tag tag(ScalarEvent scalar) {
        return scalar.getTag()
                .filter(tag -> !tag.equals("!"))
                .map(Tag::new)
                .orElseGet(() -> SCHEMA.getScalarResolver()
                        .resolve(scalar.getValue(), scalar.getImplicit().canOmitTagInPlainScalar()));
    }

    private static @Nullable Object value(ScalarEvent scalar, Tag tag) throws NotReadable {
        ConstructNode reader =
                Objects.requireNonNull(SCHEMA.getSchemaTagConstructors().get(tag));
        try {
            return reader.construct(new ScalarNode(tag, scalar.getValue(), scalar.getScalarStyle()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Of a text that its tag does not have. The library's words speak of classes.
            throw ofAnotherType(scalar);
        }
    }

    static NotReadable ofAnotherType(NodeEvent value) {
        return new NotReadable(Yaml.NAME, Yaml.at(value, "a value that is not of the type of its tag"));
    }
}
