package dev.casesaudit.journey.control;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.journey.PackagedMock;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A client of the control API and the operation that checks each response of the control API against its contract. */
public final class CheckedControl {

    public static final String JSON = "application/json";
    public static final String STATE = "/_mock/state";
    public static final String WORLD = "/_mock/world";
    public static final String JOURNAL = "/_mock/journal";
    public static final String ERROR_TYPE = "x-amzn-errortype";

    private static final ControlContract CONTRACT = ControlContract.read();
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset(StandardCharsets.UTF_8))
            .decoderConfig(decoderConfig().defaultContentCharset(StandardCharsets.UTF_8));

    private static @Nullable CheckedControl own;

    private final PackagedMock mock;
    private final Map<String, String> headers;

    private CheckedControl(PackagedMock mock, Map<String, String> headers) {
        this.mock = mock;
        this.headers = headers;
    }

    /** Of a mock for the tests of this package alone, which may reset all of it. Others than the last test left it as it is. */
    public static synchronized CheckedControl own() {
        if (own == null) {
            PackagedMock mock = PackagedMock.start();
            Runtime.getRuntime().addShutdownHook(new Thread(mock::close));
            own = of(mock);
        }
        return own;
    }

    public static CheckedControl of(PackagedMock mock) {
        return new CheckedControl(mock, Map.of());
    }

    /** The same, with a header more on each request. */
    public CheckedControl with(String header, String value) {
        return new CheckedControl(mock, Map.of(header, value));
    }

    public RequestSpecification request() {
        return RestAssured.given()
                .config(CONFIG)
                .baseUri("http://" + mock.endpoint().getHost())
                .port(mock.endpoint().getPort())
                .urlEncodingEnabled(false)
                .headers(headers);
    }

    public URI endpoint() {
        return mock.endpoint();
    }

    public ValidatableResponse get(String path) {
        return send("GET", path, request());
    }

    public ValidatableResponse delete(String path) {
        return send("DELETE", path, request());
    }

    public ValidatableResponse put(String path, String body) {
        return send("PUT", path, request().contentType(JSON).body(body));
    }

    public ValidatableResponse post(String path, String body) {
        return send("POST", path, request().contentType(JSON).body(body));
    }

    /** Sends a request, and checks the response against the contract. */
    public ValidatableResponse send(String method, String path, RequestSpecification request) {
        Response response = exchange(method, path, request);
        assertThat(CONTRACT.violations(
                        method,
                        path.replaceFirst("\\?.*", ""),
                        response.statusCode(),
                        response.contentType(),
                        response.asString()))
                .as("%s %s: %s", method, path, response.statusLine())
                .isEmpty();
        return response.then();
    }

    // REST Assured looks up its failure handler by a word in the lower case of the default locale. In Turkish it finds
    // none, and loses the response.
    public static synchronized Response exchange(String method, String path, RequestSpecification request) {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return request.request(Method.valueOf(method), path);
        } finally {
            Locale.setDefault(locale);
        }
    }

    /** Returns the response as a tree. */
    public JsonNode read(String path) {
        return json(get(path).statusCode(200));
    }

    public static JsonNode json(ValidatableResponse response) {
        try {
            return JsonMapper.builder().build().readTree(response.extract().asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mock as it was at its start. */
    public void reset() {
        delete(STATE).statusCode(204);
    }

    public void putCase(String domain, String name, String content) {
        put(path(domain, name), content).statusCode(200);
    }

    public static String path(String domain, String name) {
        return "/_mock/domains/%s/cases/%s".formatted(domain, name);
    }

    /** A document with events of these ids. */
    public static String events(String... ids) {
        return "{\"auditEvents\": [%s]}"
                .formatted(String.join(
                        ", ", List.of(ids).stream().map(CheckedControl::event).toList()));
    }

    public static String event(String id) {
        return "{\"eventId\": \"%s\", \"type\": \"Case.Updated\", \"performedTime\": \"2026-01-01T00:00:00Z\", \"fields\": []}"
                .formatted(id);
    }

    /** A history of events from {@code 0} up to a number, the last the newest. */
    public static String history(int count) {
        String[] ids = IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(count - 1 - i))
                .toArray(String[]::new);
        return events(ids);
    }

    /** Sends a request to the operation. */
    public ValidatableResponse ask(String domain, String name, String body, String... headersAndValues) {
        RequestSpecification request = request().contentType(JSON).body(body);
        for (int i = 0; i < headersAndValues.length; i += 2) {
            request.header(headersAndValues[i], headersAndValues[i + 1]);
        }
        return request.post("/domains/%s/cases/%s/audit-history".formatted(domain, name))
                .then();
    }

    /** One page, with a token or, where that is empty, from the start. */
    public JsonNode page(String domain, String name, int size, String token) {
        String body = token.isEmpty()
                ? String.format(Locale.ROOT, "{\"maxResults\": %d}", size)
                : String.format(Locale.ROOT, "{\"maxResults\": %d, \"nextToken\": \"%s\"}", size, token);
        return json(ask(domain, name, body).statusCode(200));
    }

    /** The ids on all pages, newest first. Between pages something is done. */
    public List<String> walk(String domain, String name, int size, Runnable between) {
        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = page(domain, name, size, token);
            ids.addAll(ids(page));
            token = page.path("nextToken").asText("");
            if (!token.isEmpty()) {
                between.run();
            }
        } while (!token.isEmpty());
        return ids;
    }

    public List<String> walk(String domain, String name) {
        return walk(domain, name, 25, () -> {});
    }

    public static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("auditEvents").spliterator(), false)
                .map(event -> event.path("eventId").asText())
                .toList();
    }

    /** The pointers of a refusal. */
    public static List<String> pointers(ValidatableResponse refused) {
        return json(refused.statusCode(400)).path("problems").findValuesAsText("pointer");
    }
}
