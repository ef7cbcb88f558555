package dev.casesaudit.server.auth;

import static dev.casesaudit.server.auth.Refused.assertRefused;
import static dev.casesaudit.server.auth.SignedBy.received;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.casesaudit.server.config.CasesConfig.AuthMode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpRequest;

class AuthorizationQueryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:02:00.750Z");
    private static final SignedBy SIGNED = SignedBy.theRightKeyAt(NOW);
    private static final Optional<Duration> AN_HOUR = Optional.of(Duration.ofHours(1));
    private static final String DOMAIN = "contact-center";
    private static final String BODY = "{\"maxResults\":1}";

    private final Signatures signatures = new Signatures(
            AuthMode.VERIFIED,
            Optional.empty(),
            new AccessKeys(List.of(new AccessKey(
                    "ci", SignedBy.ID, SignedBy.SECRET, Optional.empty(), Optional.empty(), Optional.empty()))),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void holdForAsLongAsTheySay() {
        ReceivedRequest request = received(SIGNED.at(NOW.minusSeconds(3600)).inQuery(request(), BODY, AN_HOUR), BODY);
        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", DOMAIN))
                .doesNotThrowAnyException();

        ReceivedRequest expired = received(SIGNED.at(NOW.minusSeconds(3601)).inQuery(request(), BODY, AN_HOUR), BODY);
        assertRefused(
                () -> signatures.check(expired, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                "Signature expired: 20260301T230159Z is now earlier than 20260301T230200Z (20260302T000200Z - 60 min.)");
    }

    @Test
    void holdForFiveMinutesWhereTheyDoNotSay() {
        ReceivedRequest request = received(SIGNED.inQuery(request(), BODY, Optional.empty()), BODY);
        assertThatCode(() -> signatures.check(request, "GetCaseAuditEvents", DOMAIN))
                .doesNotThrowAnyException();

        ReceivedRequest old =
                received(SIGNED.at(NOW.minusSeconds(301)).inQuery(request(), BODY, Optional.empty()), BODY);
        assertRefused(
                () -> signatures.check(old, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                "Signature expired: 20260301T235659Z is now earlier than 20260301T235700Z (20260302T000200Z - 5 min.)");
    }

    @Test
    void mayNotBeEdited() {
        SdkHttpRequest signed = SIGNED.inQuery(request(), BODY, AN_HOUR);

        ReceivedRequest edited = received(
                signed.toBuilder().putRawQueryParameter("X-Amz-Expires", "3601").build(), BODY);
        assertRefused(
                () -> signatures.check(edited, "GetCaseAuditEvents", DOMAIN),
                "InvalidSignatureException",
                Refusals.MISMATCH);
    }

    private static SdkHttpRequest.Builder request() {
        return SignedBy.request(
                URI.create("http://localhost:8080"), "/domains/contact-center/cases/case-long/audit-history");
    }
}
