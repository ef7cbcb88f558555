package dev.casesaudit.journey.behaviour;

import static dev.casesaudit.journey.sdk.StandardClient.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

class AwkwardPagesIT {

    private static final String DOMAIN = "awkward-walks";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.of(PackagedMock.shared());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short-pages           | 12, 24, 24
            empty-pages           | 0, 25, 0, 25, 0, 10
            empty-last-page       | 25, 25, 0
            null-token            | 25, 25, 10
            long-tokens           | 25, 25, 10
            tokens-expire(10m)    | 25, 25, 10
            tokens-once           | 25, 25, 10
            illegal-empty-token   | 25, 25, 10
            short-pages, empty-pages, null-token, long-tokens, tokens-expire(10m), tokens-once | 0, 12, 0, 24, 0, 24
            """)
    void isWalkedToItsEnd(String style, String sizes) {
        List<Integer> expected =
                Stream.of(sizes.split(", ")).map(Integer::valueOf).toList();
        String caseId = style.replaceAll("[^a-z]", "");
        control.seed(DOMAIN, caseId, expected.stream().mapToInt(size -> size).sum());
        List<AuditEvent> plain = events(client.walk(DOMAIN, caseId));
        control.setBehaviour(DOMAIN, caseId, "{\"pages\": \"%s\"}".formatted(style));

        List<GetCaseAuditEventsResponse> pages = client.walk(DOMAIN, caseId);

        assertThat(pages).extracting(page -> page.auditEvents().size()).isEqualTo(expected);
        assertThat(events(pages)).isEqualTo(plain);
    }

    @Test
    void hasTokensOf9000Characters() {
        control.seed(DOMAIN, "long", 60, "{\"pages\": \"long-tokens\"}");

        assertThat(client.walk(DOMAIN, "long", 2))
                .extracting(page -> page.nextToken().length())
                .containsExactly(9_000, 9_000);
    }

    @Test
    void acceptsATokenAgainInARetryOfItsCall() {
        control.seed(DOMAIN, "retried", 60, "{\"pages\": \"tokens-once\", \"faults\": \"close(midway), ok\"}");

        assertThat(events(client.walk(DOMAIN, "retried"))).hasSize(60);

        assertThat(client.sent()).hasSize(6);
    }

    @Test
    void neverEndsForThePaginatorWhereAPageLeadsToItself() {
        control.seed(DOMAIN, "repeated", 60, "{\"pages\": \"illegal-repeated-token\"}");

        List<GetCaseAuditEventsResponse> pages = client.walk(DOMAIN, "repeated", 8);

        assertThat(pages).hasSize(8);
        assertThat(pages)
                .extracting(GetCaseAuditEventsResponse::nextToken)
                .containsOnly(pages.get(0).nextToken());
        assertThat(pages.subList(2, 8))
                .allSatisfy(page ->
                        assertThat(page.auditEvents()).isEqualTo(pages.get(1).auditEvents()));
    }

    @Test
    void neverEndsWithEndlessTokens() {
        control.seed(DOMAIN, "endless", 60, "{\"pages\": \"illegal-endless\"}");

        List<GetCaseAuditEventsResponse> pages = client.walk(DOMAIN, "endless", 10);

        assertThat(events(pages)).hasSize(60);
        assertThat(IntStream.range(3, 10).mapToObj(pages::get))
                .allSatisfy(page -> assertThat(page.auditEvents()).isEmpty());
        assertThat(pages).extracting(GetCaseAuditEventsResponse::nextToken).doesNotHaveDuplicates();
    }
}
