package dev.casesaudit.server.wire;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;

import dev.casesaudit.server.PackagedMock;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends what it is told, byte for byte, and adds nothing that the tests are about. */
final class Wire {

    static final String JSON = "application/json";
    static final String EMPTY = path("case-empty");
    static final String LONG = path("case-long");

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset(StandardCharsets.UTF_8))
            .decoderConfig(decoderConfig().defaultContentCharset(StandardCharsets.UTF_8));

    private Wire() {}

    /** A request without body, to which the caller encodes the path. */
    static RequestSpecification request() {
        return request(PackagedMock.shared());
    }

    static RequestSpecification request(PackagedMock mock) {
        URI endpoint = mock.endpoint();
        return RestAssured.given()
                .config(CONFIG)
                .baseUri("http://" + endpoint.getHost())
                .port(endpoint.getPort())
                .urlEncodingEnabled(false);
    }

    static RequestSpecification json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    static RequestSpecification json(byte[] body) {
        return request().contentType(JSON).body(body);
    }

    static ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    /** The operation's path for a case of the domain in which all roles are seeded. */
    static String path(String encodedCaseId) {
        return path("contact-center", encodedCaseId);
    }

    static String path(String encodedDomainId, String encodedCaseId) {
        return "/domains/%s/cases/%s/audit-history".formatted(encodedDomainId, encodedCaseId);
    }
}
