package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logs and responses contain no secret, and no line that a client forged. */
class LogsIT {

    // Part of each secret that is sent or configured, and of nothing else.
    private static final String SECRET = "5ec4e7";
    private static final String CONTROL = "Bearer control-" + SECRET;
    private static final String DOMAIN = "contact-center";
    private static final String CASE = "case-two-pages";

    // CR LF and a line, an escape sequence, a line separator, a JNDI lookup.
    private static final List<String> AWKWARD_IDS = List.of(
            "a%0d%0a00:00:00.000%20ERROR%20FORGED", "%1b%5b31mFORGED", "%e2%80%a8FORGED", "$%7Bjndi:ldap:FORGED%7D");

    private static final List<String> FAULTS =
            List.of("reset", "close", "close(midway)", "malformed", "html", "wrong-content-type", "Throttling");

    @Test
    void holdNoSecretAndNoForgedLineAtAnyLogLevel() throws IOException {
        try (PackagedMock mock = PackagedMock.start(
                // The most verbose level of this build.
                "-Dquarkus.log.level=DEBUG",
                "-Dquarkus.log.category.\"dev.casesaudit\".level=TRACE",
                "-Dcases.token.key=token-key-%s-of-at-least-thirty-two-bytes".formatted(SECRET),
                "-Dcases.control.token=control-" + SECRET,
                "-Dcases.auth.keys.ci.access-key-id=AKID" + SECRET,
                "-Dcases.auth.keys.ci.secret-access-key=key-" + SECRET,
                "-Dcases.auth.keys.ci.session-token=session-" + SECRET)) {
            LocalClient client = new LocalClient(mock.endpoint());
            String token = sendSecrets(client);
            sendAwkward(client);
            sendMalformed(mock.endpoint());
            String journal = control(client, "GET", "journal?limit=1000", "")
                    + control(client, "GET", "calls", "")
                    + control(client, "GET", "state", "");

            // Sent after the journal was read, since the journal shows this header unmasked.
            assertThat(client.page(DOMAIN, CASE, "{}", "x-mock-fault", "no-such-" + SECRET)
                            .statusCode())
                    .isEqualTo(400);
            // The log is complete only after the end.
            mock.terminate();
            mock.awaitEnd(Duration.ofSeconds(30));

            assertThat(journal).contains("***").doesNotContain(SECRET, token);
            assertThat(mock.log()).contains("DEBUG").doesNotContain(SECRET, token, "FORGED", "\u001b", "\u2028");
        }
    }

    @Test
    void holdNoKeyThatTheMockCannotStartWith() {
        PackagedMock.Ended ended = PackagedMock.startExpectingFailure(
                "-Dquarkus.log.level=DEBUG",
                "-Dcases.token.key=short-" + SECRET,
                "-Dcases.auth.keys.ci.access-key-id=swapped/" + SECRET,
                "-Dcases.auth.keys.ci.secret-access-key=key-" + SECRET);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log()).contains("cases.").doesNotContain(SECRET);
    }

    private static String sendSecrets(LocalClient client) throws IOException {
        String[] secrets = {
            "authorization", "AWS4-HMAC-SHA256 Credential=AKID%s, Signature=%s".formatted(SECRET, SECRET),
            "x-amz-security-token", "session-" + SECRET,
            "cookie", "id=" + SECRET
        };
        JsonNode page =
                LocalClient.json(client.page(DOMAIN, CASE, "{}", secrets).body());
        String token = page.path("nextToken").asText();
        assertThat(token).isNotEmpty();
        for (String body :
                List.of("{\"nextToken\": \"%s\"}", "{\"nextToken\": \"%s\"", "[\"%s\"]", "{\"nextToken\": \"%s!\"}")) {
            client.page(DOMAIN, CASE, body.formatted(token), secrets);
        }
        control(client, "PUT", "domains/d/cases/c", """
                {"auditEvents": [{"eventId": "e", "type": "Case.Updated", "performedTime": "2026-01-01T00:00:00Z", "fields": [],
                 "performedBy": {"iamPrincipalArn": "arn", "user": {"customEntity": "entity-%s"}}}]}""".formatted(SECRET));
        assertThat(client.page("d", "c", "{}").body()).contains("entity-" + SECRET);
        control(client, "PUT", "domains/d/cases/c", "{\"auditEvents\": [{\"customEntity\": \"%s\"".formatted(SECRET));
        client.send("GET", "/_mock/journal", "", "authorization", "Bearer wrong-" + SECRET);
        return token;
    }

    private static void sendAwkward(LocalClient client) throws IOException {
        for (String id : AWKWARD_IDS) {
            assertThat(client.page(id, id, "{}").statusCode()).isEqualTo(404);
            assertThat(client.page(DOMAIN, id, "{}", "x-mock-fault", "no-such").statusCode())
                    .isEqualTo(400);
            control(client, "PUT", "domains/%s/cases/%s".formatted(id, id), "{\"auditEvents\": []}");
        }
        for (String fault : FAULTS) {
            try {
                client.page(DOMAIN, CASE, "{}", "x-mock-fault", fault, "authorization", "AWS4 " + SECRET);
            } catch (IOException asTold) {
                assertThat(fault).isIn("reset", "close", "close(midway)");
            }
        }
    }

    private static void sendMalformed(URI endpoint) throws IOException {
        List<String> requests = Stream.of(
                        "GET /%s\u0001 HTTP/1.1\r\nhost: h\r\n\r\n",
                        "POST /domains/%s/cases/c/audit-history HTTP/1.1\r\nhost: h\r\nauthorization : %1$s\r\n\r\n",
                        "POST / HTTP/9.%s\r\n\r\n",
                        "POST /domains/d/cases/c/audit-history HTTP/1.1\r\nhost: h\r\ncontent-length: %s\r\n\r\n",
                        "%s\r\n\r\n")
                .map(request -> request.formatted(SECRET))
                .toList();
        for (String request : requests) {
            try (RawConnection connection = new RawConnection(endpoint)) {
                assertThat(connection.send(request).read().status()).as(request).isEqualTo(400);
            }
        }
    }

    private static String control(LocalClient client, String method, String path, String body) throws IOException {
        return client.send(method, "/_mock/" + path, body, "authorization", CONTROL)
                .body();
    }
}
