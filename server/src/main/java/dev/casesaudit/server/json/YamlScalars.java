package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** Reads scalars by their tag, or by the core schema of YAML 1.2. */
final class YamlScalars {

    private static final Schema SCHEMA = new CoreSchema();
    private static final Pattern NOT_FINITE = Pattern.compile("([-+]?)\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Set<Tag> TAGS = Set.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.BINARY);
    private static final ObjectMapper VALUES = new ObjectMapper();

    private YamlScalars() {}

    static JsonNode read(ScalarEvent scalar) throws NotReadable {
        Tag tag = tag(scalar);
        if (tag.equals(Tag.STR) || (tag.equals(Tag.MERGE) && scalar.getTag().isEmpty())) {
            return TextNode.valueOf(scalar.getValue());
        }
        // The number parsers of Java also accept the digits of other scripts.
        if (!TAGS.contains(tag) || !ASCII.matcher(scalar.getValue()).matches()) {
            throw ofAnotherType(scalar);
        }
        if (tag.equals(Tag.FLOAT)) {
            return number(scalar);
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

    // Infinity only where it is written: a number beyond the range of doubles stays a decimal.
    private static JsonNode number(ScalarEvent scalar) throws NotReadable {
        Matcher notFinite = NOT_FINITE.matcher(scalar.getValue());
        if (notFinite.matches()) {
            return DoubleNode.valueOf(
                    notFinite.group(1) == null ? Double.NaN : Double.parseDouble(notFinite.group(1) + "Infinity"));
        }
        try {
            BigDecimal number = new BigDecimal(scalar.getValue());
            // Decimals have no negative zero.
            double nearest = Double.parseDouble(scalar.getValue());
            return Double.isFinite(nearest) ? DoubleNode.valueOf(nearest) : DecimalNode.valueOf(number);
        } catch (NumberFormatException e) {
            throw ofAnotherType(scalar);
        }
    }

    private static @Nullable Object value(ScalarEvent scalar, Tag tag) throws NotReadable {
        ConstructNode reader =
                Objects.requireNonNull(SCHEMA.getSchemaTagConstructors().get(tag));
        try {
            return reader.construct(new ScalarNode(tag, scalar.getValue(), scalar.getScalarStyle()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The text does not match its tag. The messages of the library name classes.
            throw ofAnotherType(scalar);
        }
    }

    static NotReadable ofAnotherType(NodeEvent value) {
        return new NotReadable(Yaml.NAME, Yaml.at(value, "a value that is not of the type of its tag"));
    }
}
