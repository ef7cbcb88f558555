package dev.casesaudit.journey.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.journey.PackagedMock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.AuditEventType;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

class RecipesIT {

    private final Mock mock = new Mock(PackagedMock.shared().endpoint());
    private final AuditReader reader = new AuditReader(ConnectCasesClient.builder()
            .endpointOverride(mock.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build());

    private final String domain = "test-" + UUID.randomUUID();

    private void given(String behaviour) throws Exception {
        mock.send(
                "PUT",
                "/domains/" + domain + "/cases/a-case",
                "{\"generate\": {\"events\": 60, \"seed\": 7}, \"behaviour\": " + behaviour + "}");
    }

    @AfterEach
    void forget() throws Exception {
        mock.send("DELETE", "/domains/" + domain, "");
    }

    @Test
    void survivesThrottling() throws Exception {
        given("{\"faults\": \"Throttling*2, ok\"}");

        assertThat(reader.read(domain, "a-case")).hasSize(60);
    }

    @Test
    void doesNotRetryAValidationException() throws Exception {
        given("{\"faults\": \"Validation*forever\"}");

        assertThatThrownBy(() -> reader.read(domain, "a-case")).isInstanceOf(ValidationException.class);
        assertThat(mock.send("GET", "/calls?domainId=" + domain, "")).contains("\"retriedNonRetryable\":false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short-pages", "empty-pages", "empty-last-page", "null-token", "long-tokens", "tokens-once"})
    void readsEachEventOnceOnAwkwardPages(String pages) throws Exception {
        given("{\"pages\": \"" + pages + "\"}");

        assertThat(reader.read(domain, "a-case"))
                .extracting(AuditEvent::eventId)
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(mock.send("GET", "/calls?domainId=" + domain, ""))
                .contains("\"complete\":true,\"followedEachTokenOnce\":true,\"findings\":[]");
    }

    @Test
    void stopsWhereAPageLeadsBackToItself() throws Exception {
        given("{\"pages\": \"illegal-repeated-token\"}");

        assertThatThrownBy(() -> reader.read(domain, "a-case")).hasMessageContaining("leads back");
    }

    @Test
    void survivesUnknownMembers() throws Exception {
        given("{\"tomorrow\": \"all\"}");

        assertThat(reader.read(domain, "a-case")).hasSize(60).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(AuditEventType.UNKNOWN_TO_SDK_VERSION);
            assertThat(event.typeAsString()).isEqualTo("Tomorrow.Happened");
        });
    }

    @Test
    void playsItsOwnScriptBesideOthers() throws Exception {
        mock.send("PUT", "/domains/" + domain + "/cases/another/behaviour", "{\"faults\": \"AccessDenied*forever\"}");
        given("{\"faults\": \"Throttling, ok\"}");

        assertThat(reader.read(domain, "a-case")).hasSize(60);
    }

    @Test
    void sendsTheExpectedRequest() throws Exception {
        given("{}");
        reader.read(domain, "a-case");

        assertThat(mock.send("GET", "/journal?limit=1&domainId=" + domain, ""))
                .contains("\"amz-sdk-request\":[\"attempt=1;")
                .contains("\"nextToken\\\":\\\"token:");
    }
}
