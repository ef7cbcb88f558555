package dev.casesaudit.server.auth;

import static dev.casesaudit.server.auth.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.casesaudit.server.config.CasesConfig.AuthMode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that botocore, the signer of boto3 and the AWS CLI, made at a fixed time. It sends fewer headers than Java's. */
class RequestSignerTest {

    private static final String SCOPE = "AKIDEXAMPLE/20261231/us-east-1/cases/aws4_request";

    private final Signatures signatures = signatures(Optional.empty());
    private final Signatures withSession = signatures(Optional.of("session/token+=="));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            case-empty/audit-history | "" | "{""maxResults"": 2}" | 8e941c87456acbc3ac8b6ffe71efadfc89cac1503f562dc32aff704490e60672
            a%2Fb%20%2B%F0%9F%98%80..%3B/audit-history | "" | {} | 2226457366912b6fd19a8211e02a827e43814d735dfc5ead263c079c6a358d84
            ../audit-history | "" | {} | 9bf29a9a2c88a09c6202a0ae548825a22d7844bcd1e88b04c546dcd3807a8910
            x/audit-history/ | "" | {} | 76dd4ef61fb94f50cf723cf3a35a9ed86a5863ec050e0301053a3d70c602a18a
            x/audit-history | b=2&a=%20%2B&a=1&c | {} | feb05041d74d4a134cf5476e6b050522413ec931a0dc14055f7a6d4f848ac42c
            """)
    void areRecomputed(String path, String query, String body, String signature) {
        ReceivedRequest request = request(path, query, body);
        authorize(request, "content-type;host;x-amz-date", signature);

        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", "contact-center"))
                .doesNotThrowAnyException();
        assertMismatch(request("x" + path, query, body), signature);
        assertMismatch(request(path, query + "&z", body), signature);
        assertMismatch(request(path, query, body + " "), signature);
    }

    @Test
    void areRecomputedWithASessionToken() {
        ReceivedRequest request = request("case-empty/audit-history", "", "");
        request.headers().add("X-Amz-Security-Token", "session/token+==");
        authorize(
                request,
                "content-type;host;x-amz-date;x-amz-security-token",
                "b20404fed19c425e6fa3d163cd29a78aa3edaa159a3863606cbdeb3ebf832f6d");

        assertThatCode(() -> withSession.check(request, "GetCaseAuditEvents", "contact-center"))
                .doesNotThrowAnyException();
    }

    @Test
    void areRecomputedWhateverTheWhiteSpaceOfHeaders() {
        ReceivedRequest request = request("x/audit-history", "", "{}");
        request.headers().add("My", "q").add("X-Amz-Meta", "a \t b ");
        authorize(
                request,
                "content-type;host;my;x-amz-date;x-amz-meta",
                "f35afab9e8a81e93265fdb91dc5a822a79f1afd77e0ac340e5ef605acf844c7b");

        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", "contact-center"))
                .doesNotThrowAnyException();
    }

    // SDKs sign more or fewer headers; clients behind proxies sign headers that the proxy removes.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user-agent: aws-sdk-java/1.12.797 Linux/6.1 OpenJDK_64-Bit_Server_VM/17; content-length: 2; amz-sdk-invocation-id: a; amz-sdk-retry: 0/0/500; amz-sdk-request: attempt=1;max=4 | amz-sdk-invocation-id;amz-sdk-request;amz-sdk-retry;content-length;content-type;host;user-agent;x-amz-date | a7e5fcbb7656e965ef64cb26e18735a2daf8049a606748a619ce209758b234df
            aws-sdk-invocation-id: a; aws-sdk-retry: 0/0 | aws-sdk-invocation-id;aws-sdk-retry;content-type;host;x-amz-date | 228d182cd4c7a99a9b9cc870e7c4e729f678479def1f5abcac12a21de594f148
            Connection: Keep-Alive; Expect: 100-continue; X-Amzn-Trace-Id: Root=1-2-3; X-Forwarded-For: 10.0.0.1, 10.0.0.2 | connection;content-type;expect;host;x-amz-date;x-amzn-trace-id;x-forwarded-for | 0bd1e68c6a5478417fcf08d756a0778ea7692b861f167270518c410c6fb40fef
            My: a \t b; User-Agent: a bé; My: c | content-type;host;my;user-agent;x-amz-date | 5cb83debe44d7a95173b107cd1cffaa282d6d40526686609504a9480f869b0f2
            Empty: ; More: 1 | absent;content-type;empty;host;x-amz-date | 6396467efd438c293cc654f97f9bb645df7fa19b1ccb7d9593ed7cedecce0d75
            """)
    void areRecomputedWithTheHeadersThatTheClientListed(String headers, String signedHeaders, String signature) {
        ReceivedRequest request = request("x/audit-history", "", "{}");
        for (String header : headers.split("; ", -1)) {
            String[] pair = header.split(": ?", 2);
            request.headers().add(pair[0], pair[1]);
        }
        authorize(request, signedHeaders, signature);

        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", "contact-center"))
                .doesNotThrowAnyException();

        request.headers().set(signedHeaders.split(";", 2)[0], "edited");
        assertRefused(
                () -> signatures.check(request, "GetCaseAuditEvents", "contact-center"),
                "InvalidSignatureException",
                Refusals.MISMATCH);
    }

    @Test
    void areRecomputedOfAPresignedUrl() {
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIDEXAMPLE%2F20261231%2Fus-east-1%2Fcases%2Faws4_request"
                + "&X-Amz-Date=20261231T235930Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=content-type%3Bhost"
                + "&X-Amz-Security-Token=session%2Ftoken%2B%3D%3D"
                + "&X-Amz-Signature=bd6deaa52135aeb8b02033b0745e18b519c550657607e775a95246d88858ab39";
        // It moves the body into the query string.
        ReceivedRequest request = request("x/audit-history", query, "");
        request.headers().remove("X-Amz-Date");

        assertThatCode(() -> withSession.check(request, "GetCaseAuditEvents", "contact-center"))
                .doesNotThrowAnyException();
    }

    @Test
    void areRecomputedOfAPresignedUrlWithTheHeadersThatTheClientListed() {
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIDEXAMPLE%2F20261231%2Fus-east-1%2Fcases%2Faws4_request"
                + "&X-Amz-Date=20261231T235930Z&X-Amz-Expires=3600"
                + "&X-Amz-SignedHeaders=connection%3Bhost%3Buser-agent&a=%7Bb%7D%7C5%25"
                + "&X-Amz-Signature=8925154e7cbf3bf26ff8e19db1c5c78348ec8a656e274541e8d60cda0b376864";
        ReceivedRequest request = request("x/audit-history", query, "{}");
        request.headers().remove("X-Amz-Date").add("Connection", "close").add("User-Agent", " my/1  (a b)");

        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", "contact-center"))
                .doesNotThrowAnyException();
    }

    private void assertMismatch(ReceivedRequest request, String signature) {
        authorize(request, "content-type;host;x-amz-date", signature);

        assertRefused(
                () -> signatures.check(request, "GetCaseAuditEvents", "contact-center"),
                "InvalidSignatureException",
                Refusals.MISMATCH);
    }

    private static ReceivedRequest request(String path, String query, String body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Host", "localhost:8080")
                .add("Content-Type", "application/json")
                .add("X-Amz-Date", "20261231T235930Z");
        return new ReceivedRequest(
                "POST", "/domains/contact-center/cases/" + path, QueryString.of(query), headers, Buffer.buffer(body));
    }

    private static void authorize(ReceivedRequest request, String signedHeaders, String signature) {
        request.headers()
                .set(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=%s, Signature=%s"
                                .formatted(SCOPE, signedHeaders, signature));
    }

    private static Signatures signatures(Optional<String> sessionToken) {
        AccessKey key =
                new AccessKey("ci", SignedBy.ID, SignedBy.SECRET, sessionToken, Optional.empty(), Optional.empty());
        Clock clock = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
        return new Signatures(AuthMode.VERIFIED, Optional.empty(), new AccessKeys(List.of(key)), clock);
    }
}
