package dev.casesaudit.conformance.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault in many responses is a finding only of the requirements about it. */
@Execution(ExecutionMode.CONCURRENT)
class MisattributionTest {

    private static final CaseRef ONLY = new CaseRef("stub-domain", "some-events");
    private static final Kit KIT = Kit.packaged().through(Probes.SOCKETS);

    @Test
    void eventsThatAreMadeUpForEachResponseAreNoFaultOfHeadersIdsOrBodies() {
        Random random = new Random(7);
        Service madeUp = new Changed(page -> page.path("auditEvents")
                .forEach(event -> ((ObjectNode) event).put("eventId", "event-" + random.nextInt(1_000_000_000))));
        assertThat(failed(madeUp)).containsExactly("pagination-first-page-repeatable");
    }

    @Test
    void eventsInRandomOrderAreNoFaultOfPages() {
        Random random = new Random(7);
        Service shuffled = new Service() {
            @Override
            protected synchronized List<JsonNode> history(CaseRef one) {
                List<JsonNode> events = new ArrayList<>(super.history(one));
                Collections.shuffle(events, random);
                return events;
            }
        };
        assertThat(failed(shuffled)).containsExactly("pagination-first-page-repeatable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"some-events", "full-page", "two-pages", "long", "every-shape"})
    void aHistoryThatGrowsWithEachRequestIsNoFaultAtAll(String caseId) {
        Service growing = new Service() {
            private int pages;

            @Override
            protected synchronized List<JsonNode> history(CaseRef one) {
                List<JsonNode> events = new ArrayList<>(super.history(one));
                if (one.caseId().equals("some-events")
                        || (one.caseId().equals(caseId) && one.domainId().equals("stub-domain"))) {
                    for (int i = 0; i < pages; i++) {
                        ObjectNode event = events.get(0).deepCopy();
                        events.add(0, event.put("eventId", "added-" + i));
                    }
                    pages++;
                }
                return events;
            }
        };
        assertThat(failed(growing)).isEmpty();
    }

    @Test
    void valuesThatTellTheTimeAreTheFindingOfOneRequirement() {
        Service ticking = new Changed(new Changed.Change() {
            private int seconds;

            @Override
            public void on(ObjectNode page) {
                seconds++;
                String time = String.format(Locale.ROOT, "2026-03-01T%02d:%02d:00Z", seconds / 60 % 24, seconds % 60);
                page.path("auditEvents").forEach(event -> ((ObjectNode) event).put("performedTime", time));
            }
        });
        assertThat(failed(ticking)).containsExactly("pagination-events-are-the-same");
    }

    @Test
    void aServerThatServesAnyIdHasOneFindingForCasesAndOneForDomains() {
        Service any = new Service() {
            @Override
            protected ObjectNode response(StubInput input) {
                validate(input);
                CaseRef one = input.of();
                try {
                    requireThere(one);
                } catch (StubError error) {
                    if (error.status() == 404) {
                        return super.response(new StubInput(ONLY, input.maxResults(), input.nextToken()));
                    }
                    throw error;
                }
                return super.response(input);
            }
        };
        assertThat(failed(any)).containsExactly("error-unknown-case", "error-unknown-domain");
    }

    @Test
    void aServerThatIgnoresIdsHasNoFindingsAboutTheirFormat() {
        Service one = new Service() {
            @Override
            protected CaseRef route(StubRequest request) {
                super.route(request);
                return ONLY;
            }
        };
        assertThat(failed(one))
                .contains("error-unknown-case", "error-unknown-domain")
                .noneMatch(id -> id.contains("encoded-slash"))
                .noneMatch(id -> id.contains("reserved"))
                .noneMatch(id -> id.contains("percent"))
                .noneMatch(id -> id.contains("token"))
                .noneMatch(id -> id.contains("history"))
                .doesNotContain("error-access-denied", "error-throttled", "error-server-fault");
    }

    @Test
    void aServerThatIgnoresThePageSizeIsNotBlamedForEscapes() {
        Service ignoring = new Service() {
            @Override
            protected Optional<Integer> maxResults(JsonNode value) {
                return Optional.empty();
            }
        };
        assertThat(failed(ignoring))
                .contains("request-max-results-above-maximum", "pagination-page-within-max-results")
                .doesNotContain("request-body-escapes", "request-max-results-far-above-maximum");
    }

    @Test
    void aServerThatServesAnyTokenHasNoFindingForEachForgery() {
        Service trusting = new Service() {
            @Override
            protected int decode(String token, CaseRef of) {
                try {
                    return super.decode(token, of);
                } catch (StubError error) {
                    return 0;
                }
            }
        };
        assertThat(failed(trusting))
                .contains("pagination-garbage-token-refused")
                .doesNotContain(
                        "pagination-edited-token-refused",
                        "pagination-token-of-another-case-refused",
                        "pagination-token-of-another-domain-refused");
    }

    private static final class Changed extends Service {

        private final Change change;

        interface Change {
            void on(ObjectNode page);
        }

        Changed(Change change) {
            this.change = change;
        }

        @Override
        protected synchronized ObjectNode page(ObjectNode page) {
            change.on(page);
            return page;
        }
    }

    private static List<String> failed(Service service) {
        try (StubServer stub = new StubServer(service)) {
            return KIT
                    .judge(stub.profile(), Selection.ALL, Level.SHOULD, KnownFailures.NONE, Progress.NONE)
                    .results()
                    .stream()
                    .filter(result -> result.outcome() instanceof Outcome.Failed)
                    .map(result -> result.requirement().id())
                    .toList();
        }
    }
}
