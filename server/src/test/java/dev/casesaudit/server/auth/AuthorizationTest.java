package dev.casesaudit.server.auth;

import static dev.casesaudit.server.auth.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.casesaudit.server.error.ServiceException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    private static final String SCOPE = "AKID/20260302/us-east-1/cases/aws4_request";
    private static final String DATE = "20260302T091500Z";
    private static final Instant TIME = Instant.parse("2026-03-02T09:15:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=host;x-amz-date, Signature=0a1b",
                "AWS4-HMAC-SHA256 Credential=%s,SignedHeaders=host;x-amz-date,Signature=0a1b",
                "AWS4-HMAC-SHA256   Signature=0a1b ,\tSignedHeaders=Host;X-Amz-Date   ,  Credential=%s",
                "AWS4-HMAC-SHA256 Credential=%s SignedHeaders=host;x-amz-date Signature=0a1b,"
            })
    void isReadWhateverTheOrderAndTheSpaces(String header) {
        Authorization authorization = Authorization.of(request(header.formatted(SCOPE), DATE));

        assertThat(authorization.credential())
                .isEqualTo(new Credential("AKID", "20260302", "us-east-1", "cases", "aws4_request"));
        assertThat(authorization.signedHeaders()).containsExactly("host", "x-amz-date");
        assertThat(authorization.signature()).isEqualTo("0a1b");
        assertThat(authorization.time()).isEqualTo(new SigningTime(TIME, Duration.ofMinutes(5)));
        assertThat(authorization.sessionToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer abc", "Basic YTpi", "aws4-hmac-sha256 Credential=x", "AWS AKID:sig"})
    void isMissingForAnotherScheme(String header) {
        assertRefused(
                () -> Authorization.of(request(header, DATE)),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS4-HMAC-SHA256 | Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.
            AWS4-HMAC-SHA256 Credential=c, SignedHeaders=, Signature=s | Authorization header requires 'SignedHeaders' parameter.
            AWS4-HMAC-SHA256 Credential= c, SignedHeaders=host, Signature=s | Part 2 is not a valid key=value pair (missing equal-sign) in Authorization header.
            AWS4-HMAC-SHA1 Credential=c, SignedHeaders=host, Signature=s | Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1' (only AWS4-HMAC-SHA256 for now).
            AWS4-HMAC-SHA256 Credential=a/b/c/d, SignedHeaders=host, Signature=s | Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 4
            """)
    void isIncomplete(String header, String message) {
        assertRefused(() -> Authorization.of(request(header, DATE)), "IncompleteSignatureException", message);
    }

    @Test
    void requiresADate() {
        ReceivedRequest request = request(header(), DATE);
        request.headers().remove("X-Amz-Date");

        assertRefused(
                () -> Authorization.of(request),
                "IncompleteSignatureException",
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:15:00Z",
                "20260302T091500",
                "20260230T091500Z",
                "20260302T241500Z",
                "201",
                "٢٠٢٦٠٣٠٢T٠٩١٥٠٠Z"
            })
    void requiresADateInBasicFormat(String date) {
        assertRefused(
                () -> Authorization.of(request(header(), date)),
                "IncompleteSignatureException",
                "Date must be in ISO-8601 'basic format'. Got '%s'. See http://en.wikipedia.org/wiki/ISO_8601"
                        .formatted(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {DATE, "Mon, 02 Mar 2026 09:15:00 GMT", "Mon, 02 Mar 2026 20:15:00 +1100"})
    void acceptsTheHeaderDateInstead(String date) {
        ReceivedRequest request = request(header(), DATE);
        request.headers().remove("X-Amz-Date").add("Date", date);

        assertThat(Authorization.of(request).time().instant()).isEqualTo(TIME);
    }

    @Test
    void refusesDigitsOfOtherScriptsInTheHeaderDate() {
        ReceivedRequest request = request(header(), DATE);
        request.headers().remove("X-Amz-Date").add("Date", "Mon, ٠٢ Mar ٢٠٢٦ ٠٩:١٥:٠٠ GMT");

        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> Authorization.of(request));
    }

    @Test
    void requiresASignedHost() {
        ReceivedRequest request =
                request("AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=x-amz-date, Signature=s".formatted(SCOPE), DATE);

        assertRefused(
                () -> Authorization.of(request).requireCovered(request),
                "InvalidSignatureException",
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void requiresTheDayOfTheDateInTheScope() {
        Authorization authorization = Authorization.of(request(header(), "20260303T000000Z"));

        assertRefused(
                () -> authorization.credential().requireScope(Optional.empty(), authorization.time()),
                "InvalidSignatureException",
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                        + " '20260302' != '20260303', from '20260303T000000Z'.");
    }

    @Test
    void mayStandInTheQuery() {
        Authorization authorization = Authorization.of(query("&X-Amz-Expires=60&X-Amz-Security-Token=a%2Bb+c"));

        assertThat(authorization.credential().accessKeyId()).isEqualTo("AKID");
        assertThat(authorization.signedHeaders()).containsExactly("host", "x-amz-date");
        assertThat(authorization.time()).isEqualTo(new SigningTime(TIME, Duration.ofMinutes(1)));
        assertThat(authorization.sessionToken()).contains("a+b c");
    }

    @Test
    void mayNotStandInBothPlaces() {
        ReceivedRequest request = query("");
        request.headers().add("Authorization", header());

        assertRefused(
                () -> Authorization.of(request),
                "InvalidSignatureException",
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }

    @Test
    void isIncompleteInTheQuery() {
        assertRefused(
                () -> Authorization.of(withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + DATE)),
                "IncompleteSignatureException",
                "AWS query-string parameters must include 'X-Amz-Credential'. "
                        + "AWS query-string parameters must include 'X-Amz-Signature'. "
                        + "AWS query-string parameters must include 'X-Amz-SignedHeaders'. "
                        + "Re-examine the query-string parameters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "604801", "1.5", "9999999999", "١٢"})
    void lastsAWeekAtTheMost(String seconds) {
        assertRefused(
                () -> Authorization.of(query("&X-Amz-Expires=" + seconds)),
                "IncompleteSignatureException",
                "X-Amz-Expires must be a number of seconds from 1 to 604800.");
    }

    private static String header() {
        return "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=host;x-amz-date, Signature=0a1b".formatted(SCOPE);
    }

    private static ReceivedRequest request(String authorization, String date) {
        return new ReceivedRequest(
                "POST",
                "/",
                QueryString.of(""),
                MultiMap.caseInsensitiveMultiMap()
                        .add("Host", "localhost")
                        .add("Authorization", authorization)
                        .add("X-Amz-Date", date),
                Buffer.buffer());
    }

    private static ReceivedRequest query(String more) {
        return withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%s&X-Amz-Date=%s".formatted(SCOPE, DATE)
                + "&X-Amz-SignedHeaders=host%3Bx-amz-date&X-Amz-Signature=0a1b" + more);
    }

    private static ReceivedRequest withQuery(String query) {
        return new ReceivedRequest(
                "POST", "/", QueryString.of(query), MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
    }
}
