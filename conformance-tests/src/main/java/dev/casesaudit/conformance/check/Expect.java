package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.text.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a response, as leniently as a client must read it. No finding means nothing is. */
public final class Expect {

    // The pattern that one edition of the API reference gives an id, and that neither the contract nor AWS's model has.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-._/:#=+-]*");
    private static final Pattern ROUTE = Pattern.compile("/domains/([^/]*)/cases/([^/?]*)/.*");

    private Expect() {}

    /** Expects a page: status 200, and a JSON object with a list of events and at most a token that is a string. */
    public static List<Finding> page(Exchange exchange) {
        Response response = exchange.response();
        if (response.status() != 200) {
            return List.of(Finding.of(exchange, "200 and a page of events", described(response)));
        }
        JsonNode body = Json.read(response.body());
        if (!body.isObject()) {
            String problem = Json.problem(response.body());
            String actual = problem.isEmpty() ? "another JSON value" : "a body that is not JSON: " + problem;
            return List.of(Finding.of(exchange, "a JSON object", actual));
        }
        JsonNode events = body.path("auditEvents");
        if (!events.isArray()) {
            return List.of(new Finding("/auditEvents", "a list of events", kind(events), exchange));
        }
        JsonNode token = body.path("nextToken");
        boolean right = token.isTextual() || token.isNull() || token.isMissingNode();
        return Finding.unless(right, exchange, "/nextToken", "a string, null or nothing", kind(token));
    }

    /**
     * Expects an error that a refusal allows, with its status and name. On the real service, another name counts as a
     * deviation, as does a refusal of ids outside the pattern that one edition of the API reference gives.
     */
    public static List<Finding> refusal(Exchange exchange, Refusal refusal) {
        Response response = exchange.response();
        Optional<String> name = ErrorName.of(response);
        if (name.isPresent() && refusal.allows(response.status(), name.get())) {
            return List.of();
        }
        Finding finding = Finding.of(exchange, refusal.toString(), described(response));
        boolean renamed = name.isPresent() && refusal.allows(response.status());
        boolean unlikeId = response.status() == 400 && hasUnusualId(exchange.request());
        return List.of(renamed || unlikeId ? finding.asDeviation() : finding);
    }

    /** Expects an error of 400 to 499 in the form of the operation, with any name. */
    public static List<Finding> clientError(Exchange exchange) {
        int status = exchange.response().status();
        boolean blames =
                status >= 400 && status <= 499 && ErrorName.of(exchange).isPresent();
        return blames
                ? object(exchange)
                : List.of(Finding.of(exchange, "an error of 400 to 499, with its name", described(exchange)));
    }

    /** Expects a JSON object as the body of an error. */
    public static List<Finding> object(Exchange error) {
        Content content = error.response().body();
        JsonNode body = Json.read(content);
        String kind = content.isEmpty() ? "an empty body" : body.isMissingNode() ? "no JSON" : kind(body);
        return Finding.unless(body.isObject(), error, "a JSON object as the body of " + described(error), kind);
    }

    public static String described(Exchange exchange) {
        return described(exchange.response());
    }

    /** Describes a response in a few words, such as {@code 400 ValidationException}. */
    public static String described(Response response) {
        if (response.status() == 200) {
            JsonNode events = Json.read(response.body()).path("auditEvents");
            return events.isArray()
                    ? "200 with " + Words.count(events.size(), "event")
                    : "200 without a list of events";
        }
        return status(response);
    }

    /** Describes a response of another operation by its status and the name of its error. */
    public static String status(Exchange exchange) {
        return status(exchange.response());
    }

    private static String status(Response response) {
        return ErrorName.of(response)
                .map(name -> String.format(Locale.ROOT, "%d %s", response.status(), name))
                .orElse(String.format(Locale.ROOT, "%d without an error name", response.status()));
    }

    /** Describes a JSON value by its type, since the value can be long or sensitive. */
    public static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            default -> "the number " + value;
        };
    }

    private static boolean hasUnusualId(Request request) {
        Matcher route = ROUTE.matcher(request.target());
        return route.matches() && !(isUsual(route.group(1)) && isUsual(route.group(2)));
    }

    private static boolean isUsual(String label) {
        try {
            // In a path, a plus is a plus.
            String id = URLDecoder.decode(label.replace("+", "%2B"), StandardCharsets.UTF_8);
            return ID.matcher(id).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
