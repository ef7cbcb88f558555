package dev.casesaudit.server.auth;

import static dev.casesaudit.server.auth.Refused.assertRefused;
import static dev.casesaudit.server.auth.SignedBy.received;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.casesaudit.server.config.CasesConfig.AuthMode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpRequest;

class SignaturesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:02:00.750Z");
    private static final SignedBy SIGNED = SignedBy.theRightKeyAt(NOW);
    private static final String DOMAIN = "contact-center";
    private static final String BODY = "{\"maxResults\":1}";
    private static final String UNRECOGNIZED = "The security token included in the request is invalid.";

    private static final AccessKey KEY =
            new AccessKey("ci", SignedBy.ID, SignedBy.SECRET, Optional.empty(), Optional.empty(), Optional.empty());

    private final Signatures signatures = verifying(KEY);

    @Test
    void acceptTheRightKey() {
        assertLetIn(signatures, SIGNED);
    }

    @Test
    void refuseAnotherSecret() {
        assertRefusedAs("InvalidSignatureException", Refusals.MISMATCH, signatures, SIGNED.withSecret("another"));
    }

    @Test
    void refuseAnUnknownAccessKey() {
        assertRefusedAs("UnrecognizedClientException", UNRECOGNIZED, signatures, SIGNED.withId("AKIDANOTHER"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    void acceptClockSkewOfFiveMinutes(long seconds) {
        assertLetIn(signatures, SIGNED.at(NOW.plusSeconds(seconds)));
    }

    // At 00:02 the day before is still in reach, and so is the day of the scope.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -301 | Signature expired: 20260301T235659Z is now earlier than 20260301T235700Z (20260302T000200Z - 5 min.)
            301 | Signature not yet current: 20260302T000701Z is still later than 20260302T000700Z (20260302T000200Z + 5 min.)
            """)
    void refuseMoreClockSkew(long seconds, String message) {
        assertRefusedAs("InvalidSignatureException", message, signatures, SIGNED.at(NOW.plusSeconds(seconds)));
    }

    @Test
    void refuseAnotherScope() {
        String message = "Credential should be scoped to a valid region, not 'eu-west-1'. "
                + "Credential should be scoped to correct service: 'cases'.";

        assertRefusedAs(
                "InvalidSignatureException",
                message,
                new Signatures(AuthMode.VERIFIED, Optional.of("us-east-1"), keys(KEY), clock()),
                SIGNED.forRegion("eu-west-1").forService("connect"));
    }

    @Test
    void acceptAnyRegionByDefault() {
        assertLetIn(signatures, SIGNED.forRegion("eu-west-1"));
    }

    @Test
    void requireTheSessionTokenOfTemporaryCredentials() {
        Signatures temporary = verifying(key(Optional.of("token"), Optional.empty(), Optional.empty()));

        assertLetIn(temporary, SIGNED.withSessionToken("token"));
        assertRefusedAs("UnrecognizedClientException", UNRECOGNIZED, temporary, SIGNED.withSessionToken("other"));
        assertRefusedAs("UnrecognizedClientException", UNRECOGNIZED, temporary, SIGNED);
    }

    @Test
    void refuseASessionTokenThatAKeyDoesNotHave() {
        assertRefusedAs("UnrecognizedClientException", UNRECOGNIZED, signatures, SIGNED.withSessionToken("stale"));
    }

    @Test
    void refuseCredentialsThatHaveEnded() {
        assertLetIn(verifying(key(Optional.empty(), Optional.of(NOW.plusNanos(1)), Optional.empty())), SIGNED);
        assertRefusedAs(
                "ExpiredTokenException",
                "The security token included in the request is expired",
                verifying(key(Optional.empty(), Optional.of(NOW), Optional.empty())),
                SIGNED);
    }

    @Test
    void keepALimitedKeyToItsDomains() {
        assertLetIn(verifying(key(Optional.empty(), Optional.empty(), Optional.of(List.of("x", DOMAIN)))), SIGNED);
        assertRefusedAs(
                "AccessDeniedException",
                "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: cases:GetCaseAuditEvents"
                        + " on resource: arn:aws:cases:us-east-1:111122223333:domain/contact-center"
                        + " because no identity-based policy allows the cases:GetCaseAuditEvents action",
                verifying(key(Optional.empty(), Optional.empty(), Optional.of(List.of("back-office")))),
                SIGNED);
    }

    @Test
    void revealTheDomainsOfAKeyOnlyWithItsSecret() {
        assertRefusedAs(
                "InvalidSignatureException",
                Refusals.MISMATCH,
                verifying(key(Optional.empty(), Optional.empty(), Optional.of(List.of("back-office")))),
                SIGNED.withSecret("guessed"));
    }

    @Test
    void refuseAnotherBodyThanTheAnnounced() {
        ReceivedRequest edited = received(SIGNED.inHeader(request(), BODY), BODY + " ");

        assertRefused(
                () -> signatures.check(edited, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    @Test
    void refuseAnUnsignedBody() {
        ReceivedRequest request = received(SIGNED.inHeader(request(), BODY), BODY);
        request.headers().set("x-amz-content-sha256", "UNSIGNED-PAYLOAD");

        assertRefused(
                () -> signatures.check(request, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    @Test
    void refuseEditedHeadersAndTakeThoseThatAreNotSigned() {
        ReceivedRequest request =
                received(SIGNED.inHeader(request().appendHeader("My", "1").appendHeader("My", "2"), BODY), BODY);
        request.headers().set("Accept", "application/json");
        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", DOMAIN))
                .doesNotThrowAnyException();

        request.headers().set("My", "2").add("My", "1");
        assertMismatch(request);
    }

    @Test
    void refuseAnUnsignedAwsHeader() {
        ReceivedRequest request = received(SIGNED.inHeader(request(), BODY), BODY);
        request.headers().add("X-Amz-Target", "DeleteCase");

        assertRefused(
                () -> signatures.check(request, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                "There were headers present in the request which were not signed: x-amz-target");
    }

    @Test
    void refuseASignatureOfAPathThatNoUriHas() {
        ReceivedRequest request = received(SIGNED.inHeader(request(), BODY), BODY);

        assertMismatch(new ReceivedRequest(
                "POST", "/domains/[%zz]/cases/|/audit-history", request.query(), request.headers(), request.body()));
    }

    @Test
    void requireOnlyAWellFormedSignatureWhereNoneIsVerified() {
        Signatures required = new Signatures(AuthMode.REQUIRED, Optional.of("us-east-1"), keys(), clock());

        assertLetIn(required, SIGNED.withId("ANY").withSecret("any").at(NOW.minusSeconds(86_400)));
        assertRefusedAs(
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'cases'.",
                required,
                SIGNED.forService("connect"));
        assertRefused(
                () -> required.check(received(request().build(), BODY), "GetCaseAuditEvents", DOMAIN),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    private void assertMismatch(ReceivedRequest request) {
        assertRefused(
                () -> signatures.check(request, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                Refusals.MISMATCH);
    }

    private static void assertLetIn(Signatures signatures, SignedBy signer) {
        ReceivedRequest request = received(signer.inHeader(request(), BODY), BODY);

        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", DOMAIN))
                .doesNotThrowAnyException();
    }

    private static void assertRefusedAs(String name, String message, Signatures signatures, SignedBy signer) {
        ReceivedRequest request = received(signer.inHeader(request(), BODY), BODY);

        assertRefused(() -> signatures.check(request, "GetCaseAuditEvents", DOMAIN), name, message);
    }

    private static SdkHttpRequest.Builder request() {
        return SignedBy.request(
                URI.create("http://localhost:8080"), "/domains/contact-center/cases/case-long/audit-history");
    }

    private static AccessKey key(
            Optional<String> sessionToken, Optional<Instant> expires, Optional<List<String>> domains) {
        return new AccessKey("ci", SignedBy.ID, SignedBy.SECRET, sessionToken, expires, domains);
    }

    private static Signatures verifying(AccessKey key) {
        return new Signatures(AuthMode.VERIFIED, Optional.empty(), keys(key), clock());
    }

    private static AccessKeys keys(AccessKey... keys) {
        return new AccessKeys(List.of(keys));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
