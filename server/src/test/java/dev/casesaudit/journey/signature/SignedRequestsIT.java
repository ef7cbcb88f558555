package dev.casesaudit.journey.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.server.auth.SignedBy;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Signed requests that no SDK sends, or that were changed on the way. */
class SignedRequestsIT {

    private static final String PATH = "/domains/contact-center/cases/case-one-event/audit-history";
    private static final String BODY = "{\"maxResults\":1}";
    private static final Answer SERVED = new Answer(200, "", "");
    private static final Answer MISMATCH = new Answer(
            403,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    // The client sends these by itself, as they were signed.
    private static final Set<String> SENT_BY_THE_CLIENT = Set.of("Host", "Content-Length");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static PackagedMock mock;

    @BeforeAll
    static void start() {
        mock = PackagedMock.start(
                "-Dcases.auth.mode=verified",
                "-Dcases.auth.keys.ci.access-key-id=" + SignedBy.ID,
                "-Dcases.auth.keys.ci.secret-access-key=" + SignedBy.SECRET);
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @Test
    void areServedAsTheyWereSigned() throws IOException, InterruptedException {
        assertThat(send(signed(now()), BODY)).isEqualTo(SERVED);
    }

    @Test
    void areRefusedWithAnEditedBody() throws IOException, InterruptedException {
        assertThat(send(signed(now()), "{\"maxResults\":2}"))
                .isEqualTo(new Answer(
                        403,
                        "InvalidSignatureException",
                        "The provided 'x-amz-content-sha256' header does not match what was computed."));
    }

    @ParameterizedTest
    @CsvSource({"Content-Type, application/json; charset=utf-8", "My-Header, 2"})
    void areRefusedWithAnEditedHeader(String name, String value) throws IOException, InterruptedException {
        SdkHttpRequest edited = signed(now()).toBuilder().putHeader(name, value).build();

        assertThat(send(edited, BODY)).isEqualTo(MISMATCH);
    }

    @Test
    void areRefusedWithAnotherPath() throws IOException, InterruptedException {
        SdkHttpRequest edited = signed(now()).toBuilder()
                .encodedPath(PATH.replace("one-event", "two-pages"))
                .build();

        assertThat(send(edited, BODY)).isEqualTo(MISMATCH);
    }

    @Test
    void areServedWithAQueryAndATrailingSlash() throws IOException, InterruptedException {
        SdkHttpRequest.Builder request = request()
                .encodedPath(PATH + "/")
                .appendRawQueryParameter("z", "1 +/é")
                .appendRawQueryParameter("a", "2")
                .appendRawQueryParameter("a", "1");

        assertThat(send(now().inHeader(request, BODY), BODY)).isEqualTo(SERVED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-4, 4})
    void areServedWithALittleClockSkew(long minutes) throws IOException, InterruptedException {
        assertThat(send(signed(off(minutes)), BODY)).isEqualTo(SERVED);
    }

    @ParameterizedTest
    @CsvSource({"-6, Signature expired: ", "6, Signature not yet current: "})
    void areRefusedWithTooMuchClockSkew(long minutes, String message) throws IOException, InterruptedException {
        Answer answer = send(signed(off(minutes)), BODY);

        assertThat(answer.error()).isEqualTo("InvalidSignatureException");
        assertThat(answer.message()).startsWith(message).endsWith(" 5 min.)");
    }

    @Test
    void areRefusedWithoutASignature() throws IOException, InterruptedException {
        assertThat(send(request().build(), BODY))
                .isEqualTo(new Answer(403, "MissingAuthenticationTokenException", "Missing Authentication Token"));
    }

    // AWS checks the caller first.
    @Test
    void areCheckedForTheirSignatureFirst() throws IOException, InterruptedException {
        SdkHttpRequest unsigned = request()
                .putHeader("Content-Type", "text/html")
                .putHeader("Accept", "text/html")
                .build();

        assertThat(send(unsigned, "<").error()).isEqualTo("MissingAuthenticationTokenException");
    }

    // One SDK signs the user agent, proxies have others signed, and AWS takes them all.
    @EnabledIf("curlSigns")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user-agent: my/1",
                "user-agent: my/1  (a   b) é",
                "connection: keep-alive",
                "expect: 100-continue",
                "x-amzn-trace-id: Root=1-67891233-abcdef012345678912345678",
                "x-forwarded-for: 10.0.0.1, 10.0.0.2",
                "accept-encoding: gzip",
                "aws-sdk-invocation-id: 5f0c9f5e",
                "x-amz-meta: 1"
            })
    void areServedAsCurlSignsThem(String header) throws IOException {
        String answer = curl(
                "--silent",
                "--noproxy",
                "*",
                "--aws-sigv4",
                "aws:amz:us-east-1:cases",
                "--user",
                SignedBy.ID + ":" + SignedBy.SECRET,
                "--header",
                "content-type: application/json",
                "--header",
                header,
                "--data",
                BODY,
                "--write-out",
                "%{http_code}",
                mock.endpoint() + PATH);

        assertThat(answer).endsWith("200");
    }

    static boolean curlSigns() {
        try {
            return curl("--help", "all").contains("--aws-sigv4");
        } catch (IOException absent) {
            return false;
        }
    }

    private static String curl(String... options) throws IOException {
        Process curl = new ProcessBuilder(
                        Stream.concat(Stream.of("curl"), Stream.of(options)).toList())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = curl.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().collect(Collectors.joining("\n"));
        }
    }

    @Test
    void areServedByASignedQuery() throws IOException, InterruptedException {
        SdkHttpRequest presigned = off(-30).inQuery(request(), BODY, Optional.of(Duration.ofHours(1)));

        assertThat(send(presigned, BODY)).isEqualTo(SERVED);
        assertThat(send(off(-4).inQuery(request(), BODY, Optional.empty()), BODY))
                .isEqualTo(SERVED);
    }

    @ParameterizedTest
    @CsvSource({"X-Amz-Expires, 7200", "X-Amz-Signature, 0a1b", "more, 1"})
    void areRefusedWithAnEditedQuery(String name, String value) throws IOException, InterruptedException {
        SdkHttpRequest edited = now().inQuery(request(), BODY, Optional.of(Duration.ofHours(1))).toBuilder()
                .putRawQueryParameter(name, value)
                .build();

        assertThat(send(edited, BODY)).isEqualTo(MISMATCH);
    }

    @Test
    void areRefusedWhereTheHostIsNotSigned() throws IOException, InterruptedException {
        SdkHttpRequest edited = editedAuthorization("host;", "");

        assertThat(send(edited, BODY))
                .isEqualTo(new Answer(
                        403,
                        "InvalidSignatureException",
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."));
    }

    @Test
    void areRefusedWhereTheHeaderIsMalformed() throws IOException, InterruptedException {
        assertThat(send(editedAuthorization("SignedHeaders=", "SignedNames="), BODY))
                .isEqualTo(new Answer(
                        403,
                        "IncompleteSignatureException",
                        "Authorization header requires 'SignedHeaders' parameter."));
        assertThat(send(editedAuthorization("/aws4_request", ""), BODY).error())
                .isEqualTo("IncompleteSignatureException");
    }

    private static SdkHttpRequest editedAuthorization(String part, String replacement) {
        SdkHttpRequest signed = signed(now());
        String authorization = signed.firstMatchingHeader("Authorization").orElseThrow();
        assertThat(authorization).contains(part);
        return signed.toBuilder()
                .putHeader("Authorization", authorization.replace(part, replacement))
                .build();
    }

    private static SdkHttpRequest signed(SignedBy signer) {
        return signer.inHeader(request().putHeader("My-Header", "1"), BODY);
    }

    private static SdkHttpRequest.Builder request() {
        return SignedBy.request(mock.endpoint(), PATH);
    }

    private static SignedBy now() {
        return off(0);
    }

    private static SignedBy off(long minutes) {
        return SignedBy.theRightKeyAt(Instant.now().plus(Duration.ofMinutes(minutes)));
    }

    private static Answer send(SdkHttpRequest request, String body) throws IOException, InterruptedException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.getUri()).POST(HttpRequest.BodyPublishers.ofString(body));
        request.forEachHeader((name, values) -> {
            if (!SENT_BY_THE_CLIENT.contains(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        HttpResponse<String> response = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        String message = Optional.ofNullable(JsonPath.from(response.body()).getString("message"))
                .orElse("");
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("x-amzn-errortype").orElse(""),
                message);
    }

    /** A response; error and message are empty for a success. */
    private record Answer(int status, String error, String message) {}
}
