package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import dev.casesaudit.conformance.target.Writes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conformant operation. It has a small method for each thing that a server can get wrong: a flaw or an oddity
 * overrides one of them.
 */
public class Service {

    private static final Pattern ROUTE = Pattern.compile("/domains/([^/]*)/cases/([^/]*)/audit-history/?");
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final StubWorld world = new StubWorld();

    final StubWorld world() {
        return world;
    }

    /** How requests are signed. */
    public Signing signing() {
        return Signing.NONE;
    }

    /** What the kit may use to write, if anything. */
    public Optional<Writes> writes() {
        return Optional.empty();
    }

    /** Changes to the bytes on the wire, if any. */
    public Optional<Wire.Change> wire() {
        return Optional.empty();
    }

    /** Serves a request. */
    public StubReply serve(StubRequest request) {
        StubReply reply;
        try {
            reply = StubReply.json(200, page(response(input(request))));
        } catch (StubError error) {
            reply = error(request, error);
        }
        return finish(
                request, reply.header("x-amzn-requestid", UUID.randomUUID().toString()));
    }

    // ---- reading the request

    protected StubInput input(StubRequest request) {
        CaseRef one = route(request);
        if (!accepts(request.header("accept").orElse("*/*"))) {
            throw new StubError(406, "NotAcceptableException", "JSON is not accepted");
        }
        if (!readable(request.header("content-type"), request.body().isEmpty())) {
            throw new StubError(415, "UnsupportedMediaTypeException", "The content type must be application/json");
        }
        JsonNode body = request.body().isEmpty() ? JsonNodeFactory.instance.objectNode() : parse(request.body());
        return new StubInput(one, maxResults(body.path("maxResults")), nextToken(body.path("nextToken")));
    }

    /** Reads a member; empty where it is absent or null. */
    protected Optional<Integer> maxResults(JsonNode value) {
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw StubError.malformed("maxResults is not an integer");
        }
        return Optional.of(value.intValue());
    }

    /** Reads a member; empty where it is absent or null. */
    protected Optional<String> nextToken(JsonNode value) {
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw StubError.malformed("nextToken is not a string");
        }
        return Optional.of(value.asText());
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    protected CaseRef route(StubRequest request) {
        Matcher path = ROUTE.matcher(request.path());
        if (!request.method().equals("POST") || !path.matches()) {
            throw new StubError(404, "UnknownOperationException", "No operation has this route and method");
        }
        return new CaseRef(StubRequest.decoded(path.group(1)), StubRequest.decoded(path.group(2)));
    }

    protected boolean accepts(String accept) {
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String type = range.split(";", 2)[0].strip();
            boolean refused = range.replace(" ", "").matches(".*;q=0(\\.0*)?");
            if (!refused && List.of("*/*", "application/*", "application/json").contains(type)) {
                return true;
            }
        }
        return false;
    }

    protected boolean readable(Optional<String> contentType, boolean empty) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
                .orElse(empty);
    }

    /** Reads a body in ISO 8859-1, which loses no byte. */
    protected JsonNode parse(String body) {
        try {
            JsonNode value = STRICT.readTree(body.getBytes(StandardCharsets.ISO_8859_1));
            if (!value.isObject()) {
                throw StubError.malformed("The body is not an object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw StubError.malformed("The body is not JSON");
        } catch (IOException e) {
            throw StubError.malformed("The body is not UTF-8");
        }
    }

    // ---- the operation

    protected ObjectNode response(StubInput input) {
        validate(input);
        requireThere(input.of());
        return slice(input, history(input.of()), start(input));
    }

    /** The events of an existing case in their order. */
    protected List<JsonNode> history(CaseRef one) {
        return world.history(one).orElseThrow();
    }

    protected void validate(StubInput input) {
        length(input.of().domainId(), 1, 500, "domainId");
        length(input.of().caseId(), 1, 500, "caseId");
        input.maxResults().ifPresent(this::validateSize);
        input.nextToken().ifPresent(token -> length(token, 0, 9000, "nextToken"));
    }

    protected void validateSize(int maxResults) {
        if (maxResults < 1 || maxResults > 25) {
            throw StubError.invalid(
                    "Value at '/maxResults' failed to satisfy constraint: Member must be between 1 and 25, inclusive");
        }
    }

    protected void length(String value, int min, int max, String member) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            throw StubError.invalid(String.format(
                    Locale.ROOT,
                    "Value with length %d at '/%s' failed to satisfy constraint: Member must have length between %d and %d, inclusive",
                    length,
                    member,
                    min,
                    max));
        }
    }

    protected void requireThere(CaseRef one) {
        if (!world.hasDomain(one.domainId())) {
            throw StubError.notFound("Domain", one.domainId());
        }
        switch (one.caseId()) {
            case "denied" -> throw new StubError(403, "AccessDeniedException", "You do not have access");
            case "throttled" -> throw new StubError(429, "ThrottlingException", "Rate exceeded");
            case "internal-error" -> throw new StubError(500, "InternalServerException", "Try again later");
            default -> {
                if (world.history(one).isEmpty()) {
                    throw StubError.notFound("Case", one.caseId());
                }
            }
        }
    }

    protected int start(StubInput input) {
        return input.nextToken().map(token -> decode(token, input.of())).orElse(0);
    }

    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
        int to = Math.min(from + size(input), history.size());
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        history.subList(from, to)
                .forEach(event -> page.withArray("/auditEvents").add(event.deepCopy()));
        page.withArray("/auditEvents");
        if (to < history.size()) {
            page.put("nextToken", encode(input.of(), to));
        }
        return page;
    }

    protected int size(StubInput input) {
        return input.maxResults().orElse(25);
    }

    protected String encode(CaseRef of, int position) {
        return String.format(Locale.ROOT, "%d.%s", position, seal(of, position));
    }

    protected int decode(String token, CaseRef of) {
        String[] parts = token.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,6}")) {
            throw StubError.invalid("Value at '/nextToken' is not a token of this case");
        }
        int position = Integer.parseInt(parts[0]);
        if (!parts[1].equals(seal(of, position))) {
            throw StubError.invalid("Value at '/nextToken' is not a token of this case");
        }
        return position;
    }

    private static String seal(CaseRef of, int position) {
        String sealed = String.format(Locale.ROOT, "%s %s %d sealed", of.domainId(), of.caseId(), position);
        return UUID.nameUUIDFromBytes(sealed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    // ---- writing the response

    /** Changes a page before it is written. */
    protected ObjectNode page(ObjectNode page) {
        return page;
    }

    protected StubReply error(StubRequest request, StubError error) {
        StubReply reply = StubReply.json(error.status(), error.body()).header("x-amzn-errortype", error.name());
        return error.status() == 500 ? reply.header("Retry-After", "1") : reply;
    }

    /** Changes a response before it is written. */
    protected StubReply finish(StubRequest request, StubReply reply) {
        return reply;
    }
}
