package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.conformance.contract.Rewriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks values of the chosen kinds. With any of them, it also masks all values that the contract does not know, since
 * their kind is not known.
 */
final class Masking implements Rewriter {

    private static final Map<String, Mask> MEMBERS = Map.of(
            "AuditEventFieldValueUnion.stringValue", Mask.STRINGS,
            "AuditEventFieldValueUnion.userArnValue", Mask.ARNS,
            "UserUnion.userArn", Mask.ARNS,
            "AuditEventPerformedBy.iamPrincipalArn", Mask.ARNS,
            "UserUnion.customEntity", Mask.ENTITIES);

    private static final Pattern ARN = Pattern.compile(
            "(?i)(arn:[a-z-]{1,32}:[a-z0-9-]{0,32}:[a-z0-9-]{0,32}:)([^:\\s]*)(:)([^\\s\"'<>()\\[\\]{}|\\\\;]+)");

    private static final Pattern SEGMENT = Pattern.compile("[^/:]+");

    // Words of ARNs of Connect and IAM that say what the next segment is.
    private static final Set<String> TYPES = Set.of(
            "instance",
            "agent",
            "contact",
            "domain",
            "case",
            "queue",
            "user",
            "role",
            "group",
            "assumed-role",
            "federated-user");

    private final Set<Mask> masks;
    private final Pseudonyms pseudonyms;

    Masking(Set<Mask> masks, Pseudonyms pseudonyms) {
        this.masks = Set.copyOf(masks);
        this.pseudonyms = pseudonyms;
    }

    /** Returns a text that no mask covers as a whole with its ARNs masked. */
    String visible(String text) {
        return masks.contains(Mask.ARNS) ? ARN.matcher(text).replaceAll(this::arn) : text;
    }

    @Override
    public JsonNode known(String member, JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        boolean whole = MEMBERS.containsKey(member) && masks.contains(MEMBERS.get(member));
        return TextNode.valueOf(whole ? hidden(value.textValue()) : visible(value.textValue()));
    }

    @Override
    public JsonNode mistyped(JsonNode value) {
        return masks.isEmpty() ? value : hidden(value);
    }

    @Override
    public Optional<JsonNode> unknown(String pointer, boolean arm, JsonNode value) {
        return Optional.of(mistyped(value));
    }

    private JsonNode hidden(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value.getNodeType()) {
            case STRING -> TextNode.valueOf(hidden(value.textValue()));
            case NUMBER -> IntNode.valueOf(0);
            case BOOLEAN -> BooleanNode.FALSE;
            case ARRAY -> {
                ArrayNode list = json.arrayNode();
                value.forEach(item -> list.add(hidden(item)));
                yield list;
            }
            case OBJECT -> {
                // A map may have data for names.
                ObjectNode object = json.objectNode();
                value.forEachEntry((name, of) -> object.set(hidden(name), hidden(of)));
                yield object;
            }
            default -> value;
        };
    }

    // An ARN gets the same mask as in other members, so that equal values stay equal.
    private String hidden(String text) {
        Matcher arn = ARN.matcher(text);
        return arn.matches() ? arn.replaceFirst(this::arn) : pseudonyms.of(text);
    }

    // Keeps partition, service and region. The account and each segment have the same mask in all ARNs.
    private String arn(MatchResult arn) {
        String resource = arn.group(4);
        String masked = SEGMENT.matcher(resource).replaceAll(segment -> {
            boolean type = TYPES.contains(segment.group()) && segment.end() < resource.length();
            return Matcher.quoteReplacement(type ? segment.group() : pseudonyms.of(segment.group()));
        });
        return Matcher.quoteReplacement(arn.group(1) + pseudonyms.of(arn.group(2)) + arn.group(3) + masked);
    }
}
