package dev.casesaudit.journey.sdk;

import static dev.casesaudit.journey.sdk.SdkClients.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesAsyncClient;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

class WalkIT {

    @AutoClose
    private static final ConnectCasesClient CASES = SdkClients.of(PackagedMock.shared());

    @Test
    void servesEachEventOnceNewestFirst() {
        List<AuditEvent> events = events(walk(request("case-long")));

        assertThat(events).hasSize(1_000).extracting(AuditEvent::eventId).doesNotHaveDuplicates();
        assertThat(events).extracting(AuditEvent::performedTime).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(events.get(999).typeAsString()).isEqualTo("Case.Created");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 24})
    void servesTheSameEventsWhateverThePageSize(int pageSize) {
        List<GetCaseAuditEventsResponse> pages =
                walk(request("case-long").toBuilder().maxResults(pageSize).build());

        assertThat(pages).hasSize((1_000 + pageSize - 1) / pageSize);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page.auditEvents()).hasSize(pageSize));
        assertThat(events(pages)).isEqualTo(events(walk(request("case-long"))));
    }

    @Test
    void hasNoSecondPageForExactlyOnePageOfEvents() {
        assertThat(walk(request("case-full-page"))).singleElement().satisfies(page -> {
            assertThat(page.auditEvents()).hasSize(25);
            assertThat(page.nextToken()).isNull();
        });
    }

    @Test
    void putsTheEventPastTheFirstPageOnTheSecond() {
        assertThat(walk(request("case-two-pages")))
                .extracting(page -> page.auditEvents().size())
                .containsExactly(25, 1);
    }

    @Test
    void servesAnEmptyPageWhereNothingHappened() {
        assertThat(walk(request("case-empty"))).singleElement().satisfies(page -> {
            assertThat(page.hasAuditEvents()).isTrue();
            assertThat(page.auditEvents()).isEmpty();
            assertThat(page.nextToken()).isNull();
        });
    }

    @Test
    void separatesCasesOfOneIdByTheirDomain() {
        List<AuditEvent> here = events(walk(request("contact-center", "case-two-pages")));
        List<AuditEvent> there = events(walk(request("back-office", "case-two-pages")));

        assertThat(here).hasSize(26).doesNotContainAnyElementsOf(there);
        assertThat(there).hasSize(26);
    }

    @Test
    void walksWithTheAsynchronousClientToo() {
        List<GetCaseAuditEventsResponse> pages = new ArrayList<>();
        try (ConnectCasesAsyncClient cases = SdkClients.asyncOf(PackagedMock.shared())) {
            assertThat(cases.getCaseAuditEventsPaginator(request("case-long")).subscribe(pages::add))
                    .succeedsWithin(Duration.ofSeconds(60));
        }

        assertThat(pages).hasSize(40);
        assertThat(events(pages)).isEqualTo(events(walk(request("case-long"))));
    }

    private static List<GetCaseAuditEventsResponse> walk(GetCaseAuditEventsRequest request) {
        return CASES.getCaseAuditEventsPaginator(request).stream().toList();
    }

    private static List<AuditEvent> events(List<GetCaseAuditEventsResponse> pages) {
        return pages.stream().flatMap(page -> page.auditEvents().stream()).toList();
    }
}
