package dev.casesaudit.journey.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.journey.PackagedMock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;

/** Signatures of the AWS SDK's client at a mock that checks them. */
class SdkSignaturesIT {

    private static final AwsCredentials RIGHT = AwsBasicCredentials.create("AKIDRIGHT", "right/secret+of");
    private static final AwsCredentials LIMITED = AwsBasicCredentials.create("AKIDLIMITED", "limited");
    private static final AwsCredentials ROLE =
            AwsSessionCredentials.create("ASIAROLE", "temporary", "session/token+==");
    private static final AwsCredentials ENDED = AwsSessionCredentials.create("ASIAENDED", "ended", "token");

    static final List<String> IDS = List.of(
            "a/b",
            "/",
            "//a//",
            "a b",
            " ",
            "100%",
            "%2F",
            "a;b=c",
            "a+b",
            "a?b#c&d=e",
            ".",
            "..",
            "../..",
            "a/../b",
            "a:b@c",
            "[{<|>}]^`~!$*,\"'\\",
            "ıİğş",
            "e\u0301",
            "😀",
            "😀".repeat(500));

    private static PackagedMock verified;
    private static PackagedMock required;

    @BeforeAll
    static void start() {
        verified = PackagedMock.start(
                "-Dquarkus.log.level=DEBUG",
                "-Dcases.auth.mode=verified",
                "-Dcases.auth.region=us-east-1",
                "-Dcases.auth.keys.ci.access-key-id=AKIDRIGHT",
                "-Dcases.auth.keys.ci.secret-access-key=right/secret+of",
                "-Dcases.auth.keys.desk.access-key-id=AKIDLIMITED",
                "-Dcases.auth.keys.desk.secret-access-key=limited",
                "-Dcases.auth.keys.desk.domains=back-office,elsewhere",
                "-Dcases.auth.keys.role.access-key-id=ASIAROLE",
                "-Dcases.auth.keys.role.secret-access-key=temporary",
                "-Dcases.auth.keys.role.session-token=session/token+==",
                "-Dcases.auth.keys.role.expires=2999-12-31T00:00:00Z",
                "-Dcases.auth.keys.ended.access-key-id=ASIAENDED",
                "-Dcases.auth.keys.ended.secret-access-key=ended",
                "-Dcases.auth.keys.ended.session-token=token",
                "-Dcases.auth.keys.ended.expires=2026-01-01T00:00:00Z");
        required = PackagedMock.start("-Dcases.auth.mode=required");
    }

    @AfterAll
    static void stop() {
        verified.close();
        required.close();
    }

    @Test
    void acceptsTheRightKeyOnEveryPage() {
        try (ConnectCasesClient cases = client(verified, RIGHT)) {
            assertThat(cases
                            .getCaseAuditEventsPaginator(request ->
                                    request.domainId("contact-center").caseId("case-two-pages"))
                            .stream()
                            .mapToInt(page -> page.auditEvents().size()))
                    .containsExactly(25, 1);
        }
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void acceptsTheRightKeyForIdsOfAnyCharacters(String id) {
        try (ConnectCasesClient cases = client(verified, RIGHT)) {
            assertThat(assertThrows(ResourceNotFoundException.class, () -> ask(cases, id, "case-long"))
                            .resourceId())
                    .isEqualTo(id);
            assertThat(assertThrows(ResourceNotFoundException.class, () -> ask(cases, "contact-center", id))
                            .resourceId())
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AKIDRIGHT | wrong | InvalidSignatureException
            AKIDOTHER | right/secret+of | UnrecognizedClientException
            ASIAROLE | temporary | UnrecognizedClientException
            """)
    void refusesAWrongKey(String id, String secret, String name) {
        assertThat(refusal(verified, AwsBasicCredentials.create(id, secret))).isEqualTo(name);
    }

    @Test
    void requiresTheSessionTokenOfTemporaryCredentials() {
        try (ConnectCasesClient cases = client(verified, ROLE)) {
            ask(cases, "contact-center", "case-empty");
        }
        assertThat(refusal(verified, AwsSessionCredentials.create("ASIAROLE", "temporary", "another")))
                .isEqualTo("UnrecognizedClientException");
        assertThat(refusal(verified, AwsSessionCredentials.create("AKIDRIGHT", "right/secret+of", "stale")))
                .isEqualTo("UnrecognizedClientException");
    }

    @Test
    void refusesCredentialsThatHaveEnded() {
        assertThat(refusal(verified, ENDED)).isEqualTo("ExpiredTokenException");
    }

    @Test
    void refusesAnotherRegion() {
        try (ConnectCasesClient cases = client(verified, StaticCredentialsProvider.create(RIGHT), Region.EU_WEST_1)) {
            ConnectCasesException raised = raised(cases);

            assertThat(raised.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
            assertThat(raised.awsErrorDetails().errorMessage())
                    .isEqualTo("Credential should be scoped to a valid region, not 'eu-west-1'.");
        }
    }

    @Test
    void keepsALimitedKeyToItsDomains() {
        try (ConnectCasesClient cases = client(verified, LIMITED)) {
            assertThat(ask(cases, "back-office", "case-two-pages")).isEqualTo(25);
            // It may look there; there is nothing.
            assertThrows(ResourceNotFoundException.class, () -> ask(cases, "elsewhere", "case-two-pages"));
        }
        assertThat(refusal(verified, LIMITED)).isEqualTo("AccessDeniedException");
    }

    @Test
    void acceptsAnyKeyWhereASignatureIsOnlyRequired() {
        try (ConnectCasesClient cases = client(required, AwsBasicCredentials.create("ANY", "any"))) {
            assertThat(ask(cases, "contact-center", "case-one-event")).isEqualTo(1);
        }
    }

    @Test
    void refusesAnonymousClientsInBothModes() {
        for (PackagedMock mock : List.of(verified, required)) {
            try (ConnectCasesClient cases = client(mock, AnonymousCredentialsProvider.create(), Region.US_EAST_1)) {
                assertThat(raised(cases).awsErrorDetails().errorCode())
                        .isEqualTo("MissingAuthenticationTokenException");
            }
        }
    }

    @Test
    void printsNoSecretAtAnyLogLevel() {
        refusal(verified, AwsBasicCredentials.create("AKIDRIGHT", "wrong"));
        try (ConnectCasesClient cases = client(verified, ROLE)) {
            assertThat(ask(cases, "contact-center", "case-one-event")).isOne();
        }

        assertThat(verified.log()).contains("DEBUG").doesNotContain("right/secret+of", "session/token+==", "temporary");
    }

    private static String refusal(PackagedMock mock, AwsCredentials credentials) {
        try (ConnectCasesClient cases = client(mock, credentials)) {
            return raised(cases).awsErrorDetails().errorCode();
        }
    }

    private static ConnectCasesException raised(ConnectCasesClient cases) {
        ConnectCasesException raised =
                assertThrows(ConnectCasesException.class, () -> ask(cases, "contact-center", "case-one-event"));
        assertThat(raised.statusCode()).isEqualTo(403);
        assertThat(raised.requestId()).isNotEmpty();
        return raised;
    }

    private static int ask(ConnectCasesClient cases, String domainId, String caseId) {
        return cases.getCaseAuditEvents(request -> request.domainId(domainId).caseId(caseId))
                .auditEvents()
                .size();
    }

    private static ConnectCasesClient client(PackagedMock mock, AwsCredentials credentials) {
        return client(mock, StaticCredentialsProvider.create(credentials), Region.US_EAST_1);
    }

    private static ConnectCasesClient client(PackagedMock mock, AwsCredentialsProvider credentials, Region region) {
        return ConnectCasesClient.builder()
                .endpointOverride(mock.endpoint())
                .region(region)
                .credentialsProvider(credentials)
                .build();
    }
}
