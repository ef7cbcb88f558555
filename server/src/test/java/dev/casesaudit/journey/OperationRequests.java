package dev.casesaudit.journey;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests to the operation by REST Assured, without any header or encoding of its own. */
public final class OperationRequests {

    public static final String JSON = "application/json";
    public static final String EMPTY = path("case-empty");
    public static final String TWO_PAGES = path("case-two-pages");
    public static final String LONG = path("case-long");

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset(StandardCharsets.UTF_8))
            .decoderConfig(decoderConfig().defaultContentCharset(StandardCharsets.UTF_8));

    private OperationRequests() {}

    /** A request without a body. The caller encodes the path. */
    public static RequestSpecification request() {
        return request(PackagedMock.shared());
    }

    public static RequestSpecification request(PackagedMock mock) {
        URI endpoint = mock.endpoint();
        return RestAssured.given()
                .config(CONFIG)
                .baseUri("http://" + endpoint.getHost())
                .port(endpoint.getPort())
                .urlEncodingEnabled(false);
    }

    public static RequestSpecification json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    public static RequestSpecification json(byte[] body) {
        return request().contentType(JSON).body(body);
    }

    public static ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    /** The path of the operation for a case of the domain with all roles. */
    public static String path(String encodedCaseId) {
        return path("contact-center", encodedCaseId);
    }

    public static String path(String encodedDomainId, String encodedCaseId) {
        return "/domains/%s/cases/%s/audit-history".formatted(encodedDomainId, encodedCaseId);
    }
}
