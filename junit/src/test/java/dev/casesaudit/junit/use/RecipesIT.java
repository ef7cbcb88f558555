package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.AuditEventType;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

@CasesAuditTest
class RecipesIT {

    @BeforeEach
    void seed(CasesAudit cases) {
        cases.given("a-case").events(60);
    }

    private static List<AuditEvent> read(CasesAudit cases) {
        ConnectCasesClient client = ConnectCasesClient.builder()
                .endpointOverride(cases.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        return new AuditReader(client).read(cases.domain(), "a-case");
    }

    @Test
    @Behaviour(faults = "Throttling*2, ok")
    void survivesThrottling(CasesAudit cases) {
        assertThat(read(cases)).hasSize(60);
    }

    @Test
    @Behaviour(faults = "Validation*forever")
    void doesNotRetryAValidationException(CasesAudit cases) {
        assertThatThrownBy(() -> read(cases)).isInstanceOf(ValidationException.class);
        assertThat(cases.calls().get(0).retriedNonRetryable()).isFalse();
    }

    @Test
    @Behaviour(faults = "lost, ok")
    void doesNotCreateACaseTwice(CasesAudit cases) {
        String caseId = new CaseWriter(cases.endpoint()).create(cases.domain(), "Parcel 4711 arrived damaged");

        // The retry has the client token of the first attempt, and so the case of it.
        assertThat(cases.journal()).extracting(RecordedRequest::body).hasSize(2);
        assertThat(cases.journal().get(0).body())
                .isEqualTo(cases.journal().get(1).body());
        assertThat(AuditReader.read(cases, caseId)).hasSize(1);
    }

    @Test
    void agreesWithItsAuditTrail(CasesAudit cases) {
        CaseWriter writer = new CaseWriter(cases.endpoint());
        String caseId = writer.create(cases.domain(), "Parcel 4711 arrived damaged");
        writer.close(cases.domain(), caseId);

        List<AuditEvent> trail = AuditReader.read(cases, caseId); // newest first
        assertThat(trail).extracting(AuditEvent::typeAsString).containsExactly("Case.Updated", "Case.Created");
        assertThat(trail.get(0).fields()).singleElement().satisfies(field -> {
            assertThat(field.eventFieldId()).isEqualTo("status");
            assertThat(field.oldValue().stringValue()).isEqualTo("open");
            assertThat(field.newValue().stringValue()).isEqualTo("closed");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short-pages", "empty-pages", "empty-last-page", "null-token", "long-tokens", "tokens-once"})
    void readsEachEventOnceOnAwkwardPages(String pages, CasesAudit cases) {
        cases.pages(pages);

        assertThat(read(cases)).extracting(AuditEvent::eventId).hasSize(60).doesNotHaveDuplicates();
        assertThat(cases.walks()).singleElement().satisfies(walk -> {
            assertThat(walk.complete()).isTrue();
            assertThat(walk.followedEachTokenOnce()).isTrue();
            assertThat(walk.findings()).isEmpty();
        });
    }

    @Test
    @Behaviour(pages = "illegal-repeated-token")
    void stopsWhereAPageLeadsBackToItself(CasesAudit cases) {
        assertThatThrownBy(() -> read(cases)).hasMessageContaining("leads back");
    }

    @Test
    @Behaviour(tomorrow = "all")
    void survivesUnknownMembers(CasesAudit cases) {
        assertThat(read(cases)).hasSize(60).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(AuditEventType.UNKNOWN_TO_SDK_VERSION);
            assertThat(event.typeAsString()).isEqualTo("Tomorrow.Happened");
        });
    }

    @Test
    @Behaviour(faults = "Throttling, ok")
    void playsItsOwnScriptBesideOthers(CasesAudit cases) {
        cases.given("another").faults("AccessDenied*forever");

        assertThat(read(cases)).hasSize(60);
    }

    @Test
    void sendsTheExpectedRequest(CasesAudit cases) {
        read(cases);

        RecordedRequest last = cases.journal().get(2);
        assertThat(last.headers().get("amz-sdk-request").get(0)).startsWith("attempt=1;");
        assertThat(last.body()).contains("\"nextToken\":\"token:");
    }

    @Test
    void passesTheExam(CasesAudit cases) {
        AuditReader reader = new AuditReader(cases.endpoint());

        cases.exam("walk", (endpoint, domain, caseId) -> reader.read(domain, caseId))
                .passes();
    }
}
