package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Union;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Unusual pages that readers must accept. */
final class OddPages {

    private static final List<Union> UNIONS = Contract.read().unions();

    private OddPages() {}

    static Stream<Oddity> all() {
        return Stream.of(
                Oddity.objects("null-arms-beside-the-one-that-is-set", OddPages::nullArms),
                Oddity.objects("type-names-in-unions", object -> {
                    if (unionOf(object).anyMatch(arm -> true)) {
                        object.put("__type", "com.amazonaws.connectcases#Union");
                    }
                }),
                // In a union, such a member would be an arm.
                Oddity.objects("unknown-members-everywhere", object -> {
                    if (unionOf(object).findAny().isEmpty()) {
                        object.put("addedLater", "text")
                                .putObject("alsoAddedLater")
                                .put("stringValue", 1);
                    }
                }),
                Oddity.page("type-names-of-pages", page -> page.put("__type", "GetCaseAuditEventsResponse")),
                Oddity.objects("arns-without-region-and-account", object -> {
                    if (object.has("userArnValue")) {
                        object.put("userArnValue", "arn:aws-cn:iam:::user/jane:doe");
                    }
                }),
                Oddity.objects("null-in-place-of-absent-members", OddPages::nullMembers),
                Oddity.page("null-items-in-lists", OddPages::nullItems),
                Oddity.page("null-as-the-last-token", page -> {
                    if (!page.has("nextToken")) {
                        page.putNull("nextToken");
                    }
                }),
                times("times-with-nanoseconds", time -> time.replaceFirst("(\\.\\d+)?Z", ".123456789Z")),
                times("times-with-picoseconds", time -> time.replaceFirst("(\\.\\d+)?Z", ".123456789012Z")),
                times("times-without-fractions", time -> time.replaceFirst("\\.\\d+Z", "Z")),
                times("times-with-an-offset-of-zero", time -> time.replace("Z", "+00:00")),
                times("times-with-a-negative-offset-of-zero", time -> time.replace("Z", "-00:00")),
                doubles("doubles-without-a-fraction", JsonNodeFactory.instance.numberNode(80)),
                doubles("doubles-with-an-exponent", JsonNodeFactory.instance.numberNode(new BigDecimal("1.5E+300"))),
                doubles("doubles-below-zero", JsonNodeFactory.instance.numberNode(-0.0)),
                doubles("doubles-that-are-infinite", JsonNodeFactory.instance.textNode("-Infinity")));
    }

    private static Stream<String> unionOf(ObjectNode object) {
        return UNIONS.stream()
                .map(Union::arms)
                .filter(arms -> arms.stream().anyMatch(object::has))
                .flatMap(List::stream);
    }

    private static void nullArms(ObjectNode object) {
        unionOf(object).toList().stream().filter(arm -> !object.has(arm)).forEach(object::putNull);
    }

    private static void nullMembers(ObjectNode object) {
        if (object.has("eventFieldId") && !object.has("oldValue")) {
            object.putNull("oldValue");
        }
        if (object.has("iamPrincipalArn") && !object.has("user")) {
            object.putNull("user");
        }
        if (object.has("eventId")) {
            Stream.of("relatedItemType", "performedBy")
                    .filter(member -> !object.has(member))
                    .forEach(object::putNull);
        }
    }

    private static void nullItems(ObjectNode page) {
        ArrayNode events = page.withArray("/auditEvents");
        for (JsonNode event : events) {
            ArrayNode fields = event.withArray("/fields");
            fields.insertNull(0).addNull();
        }
        // A page has at most 25 items, including null items.
        if (events.size() < 25) {
            events.insertNull(0);
        }
    }

    private static Oddity times(String name, UnaryOperator<String> change) {
        return Oddity.objects(name, object -> {
            if (object.has("performedTime")) {
                object.put(
                        "performedTime",
                        change.apply(object.path("performedTime").asText()));
            }
        });
    }

    private static Oddity doubles(String name, JsonNode value) {
        return Oddity.objects(name, object -> {
            if (object.has("doubleValue")) {
                object.set("doubleValue", value);
            }
        });
    }
}
