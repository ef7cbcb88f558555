package dev.casesaudit.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.PortProtocol;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason why a target cannot be judged, read from a response that is not a page.
 *
 * @param step the step of the preflight that fails
 * @param detail the response, its meaning and the remedy
 */
public record Obstacle(String step, String detail) {

    private static final Set<String> REFUSED_CREDENTIALS = Set.of(
            "AccessDeniedException",
            "MissingAuthenticationTokenException",
            "InvalidSignatureException",
            "UnrecognizedClientException",
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidClientTokenId");

    private static final int EXCERPT = 100;
    private static final int LOOKED_AT = 8 * 1024;
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern MARKUP = Pattern.compile("(?is)\\s*<(!doctype|html|head|body|\\?xml).*");

    /** Returns the obstacle of one case on a target that serves others, unless the checks can judge the response. */
    static Optional<Obstacle> amongPages(TargetProfile target, FirstResponse first) {
        int status = first.response().status();
        boolean inTheWay = status / 100 == 3
                || Set.of(401, 403, 404, 407, 429, 502, 503, 504).contains(status);
        return inTheWay ? Optional.of(of(target, first, Optional.empty())) : Optional.empty();
    }

    /**
     * Returns the obstacle of a response.
     *
     * @param elsewhere the response for a path that no operation has, if it was requested
     */
    public static Obstacle of(TargetProfile target, FirstResponse first, Optional<Response> elsewhere) {
        Response response = first.response();
        Optional<PortProtocol> spoken = wrongProtocol(target, response);
        if (spoken.isPresent()) {
            return unreadable(target, spoken.get(), "");
        }
        return switch (response.status()) {
            case 401, 403, 407 -> refused(target, response);
            case 404 -> notFound(target, first, elsewhere);
            case 405, 501 -> noOperation(target, response);
            case 426, 464, 505 ->
                new Obstacle(
                        "reachability",
                        String.format(
                                Locale.ROOT,
                                "%s%s; the endpoint requires another protocol than HTTP/1.1, the protocol of the kit",
                                described(response),
                                header(response, "upgrade")));
            case 429 ->
                new Obstacle(
                        "authorization", "throttled three times in a row; run again later, or with a lower --rate");
            case 502, 503, 504 ->
                new Obstacle(
                        "reachability",
                        String.format(
                                Locale.ROOT,
                                "%s; the target is not available, or a gateway in front cannot reach it; start the target",
                                described(response)));
            default -> {
                if (response.status() / 100 == 3) {
                    yield redirect(target, first);
                }
                yield response.status() / 100 == 2 ? anotherService(response, elsewhere) : refusal(first, elsewhere);
            }
        };
    }

    // Servers of other protocols often respond to HTTP/1.1 with an error in HTTP/1.
    private static Optional<PortProtocol> wrongProtocol(TargetProfile target, Response response) {
        boolean suspect = Set.of(400, 403, 426, 464, 505).contains(response.status())
                && !Json.read(response.body()).isObject();
        return suspect ? PortProtocol.instead(target.endpoint(), target.limits().requestTimeout()) : Optional.empty();
    }

    private static Obstacle refused(TargetProfile target, Response response) {
        String challenge = header(response, response.status() == 407 ? "proxy-authenticate" : "www-authenticate");
        String advice;
        if (response.status() == 407) {
            advice = "a proxy requires credentials; unset the proxy, or add them to its URL";
        } else if (response.status() == 401) {
            advice = "the endpoint requires a login, which the kit does not support; name an endpoint without one";
        } else if (message(response).equals("Missing Authentication Token")) {
            advice = "API Gateway sends this for unknown paths: check the path of the endpoint; "
                    + signingAdvice(target);
        } else if (REFUSED_CREDENTIALS.contains(ErrorName.of(response).orElse(""))) {
            advice = signingAdvice(target);
        } else {
            advice = "the operation, or something in front of it such as a firewall, refuses the request; "
                    + signingAdvice(target);
        }
        return new Obstacle(
                "authorization",
                String.format(Locale.ROOT, "refused with %s%s; %s", described(response), challenge, advice));
    }

    private static String signingAdvice(TargetProfile target) {
        return target.signing() == TargetProfile.Signing.SIGV4
                ? "check the credentials, their permissions and the region"
                : "the profile signs no requests; set 'signing: sigv4' if the target requires signatures";
    }

    private static Obstacle notFound(TargetProfile target, FirstResponse first, Optional<Response> elsewhere) {
        Response response = first.response();
        String name = ErrorName.of(response).orElse("");
        boolean unknownPath = !name.equals("ResourceNotFoundException")
                && elsewhere.filter(other -> alike(response, other)).isPresent();
        if (name.equals("UnknownOperationException") || unknownPath) {
            return noOperation(target, response);
        }
        JsonNode type = Json.read(response.body()).path("resourceType");
        boolean domain = type.asText().toLowerCase(Locale.ROOT).contains("domain");
        return new Obstacle(
                domain ? "domain" : "case",
                String.format(
                        Locale.ROOT,
                        "the profile names %s, which the target does not have: %s",
                        first.of(),
                        described(response)));
    }

    private static Obstacle noOperation(TargetProfile target, Response response) {
        return new Obstacle(
                "operation",
                String.format(
                        Locale.ROOT,
                        "%s; there is no operation at POST %s/domains/{domainId}/cases/{caseId}/audit-history; check the path of the endpoint",
                        described(response),
                        target.endpoint().getRawPath()));
    }

    private static Obstacle redirect(TargetProfile target, FirstResponse first) {
        Response response = first.response();
        String location = response.header("location").orElse("");
        if (location.isEmpty()) {
            return new Obstacle(
                    "operation", String.format(Locale.ROOT, "%s; a redirect without Location", described(response)));
        }
        String request = first.exchange().request().target();
        String address = absolute(target.endpoint(), location);
        String advice = address.endsWith(request)
                ? String.format(
                        Locale.ROOT, "set --endpoint %s", address.substring(0, address.length() - request.length()))
                : "name an endpoint that does not redirect";
        return new Obstacle(
                "operation",
                String.format(
                        Locale.ROOT,
                        "%d with Location '%s'; the endpoint redirects, which AWS SDKs do not follow; %s",
                        response.status(),
                        excerpt(location),
                        advice));
    }

    private static String absolute(URI endpoint, String location) {
        try {
            return endpoint.resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return location;
        }
    }

    private static Obstacle anotherService(Response response, Optional<Response> elsewhere) {
        return new Obstacle(
                "operation",
                String.format(
                        Locale.ROOT,
                        "%s%s; this is another service, not GetCaseAuditEvents; check the host and the path of the endpoint",
                        described(response),
                        sameElsewhere(response, elsewhere)));
    }

    private static Obstacle refusal(FirstResponse first, Optional<Response> elsewhere) {
        Response response = first.response();
        if (ErrorName.of(response).orElse("").equals("ValidationException")) {
            return new Obstacle(
                    "case",
                    String.format(
                            Locale.ROOT,
                            "the profile names %s, which the target refuses: %s",
                            first.of(),
                            described(response)));
        }
        return new Obstacle(
                "operation",
                String.format(
                        Locale.ROOT,
                        "%s for %s%s; see the log of the target",
                        described(response),
                        first.of(),
                        sameElsewhere(response, elsewhere)));
    }

    /** Returns the obstacle of an endpoint whose response no HTTP client can read. */
    public static Obstacle unreadable(TargetProfile target, PortProtocol spoken, String reason) {
        URI endpoint = target.endpoint();
        return switch (spoken.kind()) {
            case HTTP_2 ->
                new Obstacle(
                        "reachability",
                        String.format(
                                Locale.ROOT,
                                "%s speaks HTTP/2 only; the kit speaks HTTP/1.1: name an endpoint that does, or a proxy in front",
                                endpoint));
            case TLS -> tls(endpoint);
            case PLAIN ->
                new Obstacle(
                        "tls",
                        String.format(
                                Locale.ROOT,
                                "%s speaks plain HTTP; set --endpoint %s",
                                endpoint,
                                endpoint.toString().replaceFirst("^https:", "http:")));
            case HTTP_1 ->
                new Obstacle(
                        "reachability",
                        String.format(
                                Locale.ROOT,
                                "%s sends HTTP that cannot be read: %s; it begins with '%s'",
                                endpoint,
                                reason,
                                excerpt(spoken.firstBytes())));
            case OTHER ->
                new Obstacle(
                        "reachability",
                        String.format(
                                Locale.ROOT,
                                "%s does not speak HTTP: its response begins with '%s'; check the port",
                                endpoint,
                                excerpt(spoken.firstBytes())));
            case NOTHING ->
                new Obstacle("reachability", String.format(Locale.ROOT, "%s sends no response: %s", endpoint, reason));
        };
    }

    private static Obstacle tls(URI endpoint) {
        return new Obstacle(
                "reachability",
                String.format(
                        Locale.ROOT,
                        "%s speaks TLS; set --endpoint %s",
                        endpoint,
                        endpoint.toString().replaceFirst("^http:", "https:")));
    }

    private static String sameElsewhere(Response response, Optional<Response> elsewhere) {
        return elsewhere.filter(other -> alike(response, other)).isPresent()
                ? ", and the same for a path that no operation has"
                : "";
    }

    // Texts are not compared, since they often quote the path.
    private static boolean alike(Response one, Response other) {
        return one.status() == other.status()
                && ErrorName.of(one).equals(ErrorName.of(other))
                && shape(one).equals(shape(other));
    }

    private static List<String> shape(Response response) {
        JsonNode body = Json.read(response.body());
        List<String> shape = new ArrayList<>(List.of(body.getNodeType().name()));
        body.fieldNames().forEachRemaining(shape::add);
        return shape;
    }

    /** Describes a response so that its owner recognizes it. */
    private static String described(Response response) {
        String status = String.valueOf(response.status());
        String named = ErrorName.of(response).map(name -> status + " " + name).orElse(status);
        String whole = response.body().text();
        String text = whole.substring(0, Math.min(whole.length(), LOOKED_AT));
        JsonNode body = Json.read(response.body());
        if (text.isBlank()) {
            return named + " without a body";
        }
        if (!message(response).isEmpty()) {
            return String.format(Locale.ROOT, "%s '%s'", named, excerpt(message(response)));
        }
        if (body.isObject()) {
            List<String> members = new ArrayList<>();
            body.fieldNames().forEachRemaining(members::add);
            return members.isEmpty()
                    ? named + " with {}"
                    : String.format(
                            Locale.ROOT, "%s with a JSON object of %s", named, excerpt(String.join(", ", members)));
        }
        Matcher title = TITLE.matcher(text);
        if (title.find()) {
            return String.format(Locale.ROOT, "%s with an HTML page '%s'", named, excerpt(title.group(1)));
        }
        return MARKUP.matcher(text).matches()
                ? named + " with HTML or XML"
                : String.format(Locale.ROOT, "%s with '%s'", named, excerpt(text));
    }

    private static String message(Response response) {
        JsonNode body = Json.read(response.body());
        String message = body.path("message").asText();
        return message.isEmpty() ? body.path("Message").asText() : message;
    }

    private static String header(Response response, String name) {
        return response.header(name)
                .map(value -> String.format(Locale.ROOT, " (%s: %s)", name, excerpt(value)))
                .orElse("");
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line;
    }
}
