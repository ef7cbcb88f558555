package dev.casesaudit.conformance.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.http.ResponseLimits;
import dev.casesaudit.conformance.target.ProfileReader;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the JSON schema of target profiles. No member is required, since options of {@code run} can replace each.
 */
final class TargetProfileSchema {

    private static final String DURATION = String.format(
            Locale.ROOT,
            "^(?=[0-9]{1,8}[a-z])0*(?:(?:%s)ms|(?:%s)s|(?:%s)m|(?:%s)h)$",
            upTo(86_400_000),
            upTo(86_400),
            upTo(1_440),
            upTo(24));

    private static final String ENDPOINT = String.format(
            Locale.ROOT,
            "^\\s*[Hh][Tt][Tt][Pp][Ss]?://(?:\\[[0-9A-Fa-f:.]+\\]|[^\\s/?#@:\\[\\]]+)(?::(?:0*(?:%s))?)?(?:/[^\\s?#]*)?\\s*$",
            upTo(65_535));

    private static final Map<String, String> LIMITS = Map.of(
            "head", "Bytes of the status line, the headers and earlier interim responses; also of the trailers",
            "line", "Bytes of one header or chunk size line",
            "headers", "Headers",
            "body", "Bytes of the body, encoded and decoded",
            "ratio", "Size of a decoded body of more than 1 MiB divided by its encoded size",
            "depth", "Levels of JSON",
            "values", "Values of JSON on all levels",
            "names", "Different names of JSON members on all levels",
            "token", "Characters of a nextToken that the kit follows");

    // Not in the standard; the language server for YAML shows it in place of the pattern.
    static final String MESSAGE = "patternErrorMessage";

    private TargetProfileSchema() {}

    static ObjectNode make() {
        ObjectNode schema = object("A target profile: an endpoint of GetCaseAuditEvents for the conformance kit");
        schema.put("$schema", "http://json-schema.org/draft-07/schema#").put("title", "A target profile of the kit");
        ObjectNode members = schema.withObject("/properties");
        members.set(
                "base",
                choice(
                        "A built-in profile with the defaults for this one: the mock with its seeded world, or the real"
                                + " service",
                        ProfileReader.BUILT_IN));
        members.set(
                "endpoint",
                text(
                        "The URL of the endpoint. It may have a path, and no user and no query. {region} is replaced by the"
                                + " region",
                        ENDPOINT,
                        "an absolute http or https URL without user, query and fragment"));
        members.set(
                "region",
                text(
                        "The region of signatures. By default, that of AWS_REGION or AWS_DEFAULT_REGION",
                        "^[a-z0-9]+(?:-[a-z0-9]+)*$",
                        "a region, such as us-east-1"));
        members.set(
                "signing",
                choice(
                                "How requests are signed. The credentials are those that an AWS SDK would find",
                                List.of("none", "sigv4"))
                        .put("default", "none"));
        members.set(
                "ahead-of-contract",
                flag("true for a service that may be newer than the contract: new event types, related item types and"
                        + " union arms are then reported as drift, and are not findings"));
        members.set(
                "real-service",
                flag("true for the service of AWS: a refusal with the right status and another name, and a refusal of"
                        + " ids outside the pattern of one edition of the API reference, are then reported as deviations,"
                        + " and are not findings"));
        members.set("domain", id("The id of the domain of the cases"));
        members.set("cases", cases());
        members.set("second-domain", secondDomain());
        members.set("not-offered", notOffered());
        members.set(
                "rate",
                number("number", "Requests per second; 0 for no limit", 0, 10_000)
                        .put("default", 0));
        members.set(
                "max-requests",
                number("integer", "The most requests of a run, including retries", 1, 1_000_000)
                        .put("default", 1000));
        members.set("request-timeout", duration("The time for one response").put("default", "10s"));
        members.set("time-limit", duration("The time for the run").put("default", "5m"));
        members.set("limits", limits());
        members.set("writes", writes());
        schema.set("allOf", rolesEitherHaveACaseOrAreNotOffered());
        return schema;
    }

    private static ObjectNode cases() {
        ObjectNode schema = object("The ids of the cases by their roles. Each further role enables more checks");
        for (Role role : Role.values()) {
            if (role != Role.SECOND_DOMAIN) {
                schema.withObject("/properties").set(role.label(), id("The id of " + role.about()));
            }
        }
        return schema;
    }

    private static ObjectNode secondDomain() {
        ObjectNode schema = object("A case of another domain, with one event or more");
        schema.withObject("/properties").set("domain", id("The id of another domain"));
        schema.withObject("/properties").set("case", id("The id of a case of that domain"));
        schema.putArray("required").add("domain").add("case");
        return schema;
    }

    private static ObjectNode writes() {
        ObjectNode schema = object("What the kit may use with --writes. It creates one case of the template, edits it,"
                + " reads its history and deletes it");
        ObjectNode members = schema.withObject("/properties");
        members.set("domain", id("The id of the domain of the case"));
        members.set("template", id("The id of its template"));
        members.set("text-field", id("The id of a field of type Text that the case can have"));
        members.set("number-field", id("The id of a field of type Number that the case can have"));
        ObjectNode value = described("The value of a field: a text, a number or a boolean");
        value.putArray("type").add("string").add("number").add("boolean");
        value.put("pattern", "\\S").put(MESSAGE, "Expected a text that is not blank.");
        members.set(
                "fields",
                described("The values of the other fields that the template requires, by their ids")
                        .put("type", "object")
                        .set("additionalProperties", value));
        members.set(
                "event-timeout",
                duration("The longest time from an edit to its event").put("default", "30s"));
        schema.putArray("required")
                .add("domain")
                .add("template")
                .add("text-field")
                .add("number-field");
        return schema;
    }

    private static ObjectNode notOffered() {
        ObjectNode item = choice("A role without a case, or signatures", List.of());
        ArrayNode values = item.putArray("enum");
        ArrayNode descriptions = item.putArray("enumDescriptions");
        for (Role role : Role.values()) {
            values.add(role.label());
            descriptions.add("The target does not have " + role.about());
        }
        values.add(TargetProfile.SIGNATURES);
        descriptions.add("The target accepts requests without a signature or with a wrong one");
        ObjectNode schema = described("What the target does not have. A check without its subject counts against the"
                + " target, unless the subject is listed here");
        schema.put("type", "array").set("items", item);
        return schema;
    }

    private static ArrayNode rolesEitherHaveACaseOrAreNotOffered() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Role role : Role.values()) {
            ObjectNode rule = all.addObject();
            ObjectNode condition = rule.putObject("if");
            if (role == Role.SECOND_DOMAIN) {
                condition.putArray("required").add(role.label());
            } else {
                condition.putArray("required").add("cases");
                condition.withObject("/properties/cases").putArray("required").add(role.label());
            }
            rule.withObject("/then/properties/not-offered/items")
                    .put("pattern", String.format(Locale.ROOT, "^(?!%s$)", role.label()))
                    .put(MESSAGE, String.format(Locale.ROOT, "The role %s has a case.", role.label()));
        }
        return all;
    }

    private static ObjectNode limits() {
        ObjectNode schema = object("The limits of one response. A larger response is a finding");
        for (RecordComponent limit : ResponseLimits.class.getRecordComponents()) {
            String name = limit.getName();
            schema.withObject("/properties")
                    .set(
                            name,
                            number("integer", Objects.requireNonNull(LIMITS.get(name)), 1, 1_000_000_000)
                                    .put("default", value(limit)));
        }
        return schema;
    }

    private static int value(RecordComponent limit) {
        try {
            return (int) limit.getAccessor().invoke(ResponseLimits.DEFAULT);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode described(String description) {
        return JsonNodeFactory.instance.objectNode().put("description", description);
    }

    private static ObjectNode object(String description) {
        ObjectNode schema = described(description).put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        return schema;
    }

    private static ObjectNode flag(String description) {
        return described(description).put("type", "boolean").put("default", false);
    }

    private static ObjectNode number(String type, String description, int least, int most) {
        return described(description).put("type", type).put("minimum", least).put("maximum", most);
    }

    private static ObjectNode duration(String description) {
        return text(description, DURATION, "a duration from 1ms to 24h, such as 500ms, 10s or 5m");
    }

    // An id of the template in angle brackets is still to be filled in.
    private static ObjectNode id(String description) {
        return text(
                description,
                "^(?!<[\\s\\S]*>$)[\\s\\S]*\\S[\\s\\S]*$",
                "an id, which is not blank and not in angle brackets");
    }

    private static ObjectNode text(String description, String pattern, String expected) {
        return described(description)
                .put("type", "string")
                .put("pattern", pattern)
                .put(MESSAGE, "Expected " + expected + ".");
    }

    private static ObjectNode choice(String description, List<String> values) {
        ObjectNode schema = described(description).put("type", "string");
        values.forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** Returns a regular expression for the whole numbers from 1 to a greatest one. */
    private static String upTo(int most) {
        String digits = Integer.toString(most);
        StringBuilder pattern = new StringBuilder(digits);
        for (int i = 0; i < digits.length(); i++) {
            int least = i == 0 ? 1 : 0;
            if (digits.charAt(i) - '1' >= least) {
                pattern.append('|').append(digits, 0, i);
                pattern.append(String.format(Locale.ROOT, "[%d-%d]", least, digits.charAt(i) - '1'));
                pattern.append(String.format(Locale.ROOT, "[0-9]{%d}", digits.length() - i - 1));
            }
        }
        return digits.length() == 1
                ? pattern.toString()
                : String.format(Locale.ROOT, "[1-9][0-9]{0,%d}|%s", digits.length() - 2, pattern);
    }
}
