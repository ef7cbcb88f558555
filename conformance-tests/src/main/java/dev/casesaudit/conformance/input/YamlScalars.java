package dev.casesaudit.conformance.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** Reads a scalar by its tag, or by the core schema of YAML 1.2. */
final class YamlScalars {

    private static final Schema SCHEMA = new CoreSchema();
    private static final ObjectMapper VALUES = new ObjectMapper();

    // The library changes the case of letters by the locale of the machine: in Turkish, it does not know .INF.
    private static final Pattern NOT_FINITE = Pattern.compile("([-+]?)\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    // Java needs minutes for a whole number of a million digits.
    private static final int MAX_DIGITS = 1_000;

    private YamlScalars() {}

    static JsonNode read(ScalarEvent scalar) throws InvalidYaml {
        String text = scalar.getValue();
        Tag plain = SCHEMA.getScalarResolver().resolve(text, true);
        Tag tag = scalar.getTag()
                .filter(given -> !given.equals("!"))
                .map(Tag::new)
                .orElse(scalar.getImplicit().canOmitTagInPlainScalar() ? plain : Tag.STR);
        if (tag.equals(Tag.STR) || (tag.equals(Tag.MERGE) && scalar.getTag().isEmpty())) {
            return TextNode.valueOf(text);
        }
        if (tag.equals(Tag.NULL) && (plain.equals(tag) || text.isEmpty())) {
            return NullNode.getInstance();
        }
        // Without a look at the text, the library would read digits of other scripts, and words as false.
        boolean matches = tag.equals(plain) || (tag.equals(Tag.FLOAT) && plain.equals(Tag.INT));
        ConstructNode constructor = SCHEMA.getSchemaTagConstructors().get(tag);
        if (!matches || constructor == null) {
            throw mistagged(scalar);
        }
        Matcher notFinite = NOT_FINITE.matcher(text);
        if (notFinite.matches()) {
            String sign = notFinite.group(1);
            return DoubleNode.valueOf(sign == null ? Double.NaN : Double.parseDouble(sign + "Infinity"));
        }
        if (text.length() > MAX_DIGITS) {
            throw YamlDocument.invalid(scalar, "a number of more than 1,000 digits");
        }
        return VALUES.valueToTree(
                Objects.requireNonNull(constructor.construct(new ScalarNode(tag, text, scalar.getScalarStyle()))));
    }

    static InvalidYaml mistagged(NodeEvent value) {
        return YamlDocument.invalid(value, "a value that does not have the type of its tag");
    }
}
