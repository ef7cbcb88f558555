package dev.casesaudit.journey.write;

import static dev.casesaudit.journey.write.EarnedCases.DOMAIN;
import static dev.casesaudit.journey.write.EarnedCases.creation;
import static dev.casesaudit.journey.write.EarnedCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.SdkClients;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.ConflictException;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.RelatedItemInputContent;
import software.amazon.awssdk.services.connectcases.model.ThrottlingException;
import software.amazon.awssdk.services.connectcases.model.UserUnion;

/** Writes that fail, or whose response is lost, and the retries that follow. */
class RetriedWritesIT {

    @AutoClose
    private static final PackagedMock MOCK = PackagedMock.start();

    @AutoClose
    private static final ConnectCasesClient CLIENT = SdkClients.of(MOCK);

    private final ControlClient control = ControlClient.of(MOCK);
    private final EarnedCases cases = new EarnedCases(CLIENT);

    @AfterEach
    void reset() {
        control.delete("state");
    }

    private void fault(String script) {
        control.put("domains/" + DOMAIN + "/behaviour", "{\"faults\": \"" + script + "\"}");
    }

    private int caseCount() {
        return control.get("state").path("world").path("cases").asInt();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost, ok",
                "lost, lost, ok",
                "Throttling, lost, ok",
                "lost, Throttling, ok",
                "lost, InternalServer, ok",
                "reset, lost, ok",
                "lost, reset, ok",
                "lost, html(503), ok",
                "latency(20ms) + lost, ok",
                "malformed, ok",
                "close(midway), ok",
                "close, ok",
                "html(503), ok",
                "InternalServer, Throttling, ok",
            })
    void findTheCaseThatTheFirstAttemptMade(String script) {
        int before = caseCount();
        fault(script);

        String caseId = CLIENT.createCase(creation().build()).caseId();

        control.put("domains/" + DOMAIN + "/behaviour", "{}");
        assertThat(caseCount()).isEqualTo(before + 1);
        assertThat(cases.history(caseId))
                .singleElement()
                .extracting(AuditEvent::typeAsString)
                .isEqualTo("Case.Created");
    }

    @Test
    void doNotRepeatAnUpdateOrADeletionOfWhatIsGone() {
        String caseId = cases.create();
        fault("lost, ok");

        cases.update(caseId, text("title", "new"));

        // The second attempt changed nothing.
        assertThat(cases.history(caseId)).hasSize(2);
        assertThatThrownBy(() ->
                        CLIENT.deleteCase(request -> request.domainId(DOMAIN).caseId(caseId)))
                .isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> cases.history(caseId)).hasMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throttling",
                "InternalServer",
                "Validation",
                "AccessDenied",
                "Conflict",
                "reset",
                "close",
                "html(500)",
                "error(503)"
            })
    void areNotMadeByAStepThatHidesTheWholeResponse(String step) {
        String caseId = cases.create();
        control.setBehaviour(DOMAIN, caseId, "{\"faults\": \"" + step + "*forever\"}");

        assertThatThrownBy(() -> cases.update(caseId, text("title", "new"))).isInstanceOf(SdkException.class);

        control.setBehaviour(DOMAIN, caseId, "{}");
        assertThat(cases.history(caseId)).hasSize(1);
    }

    @Test
    void withAnotherRequestAreAConflict() {
        CreateCaseRequest request = creation().build();
        String caseId = CLIENT.createCase(request).caseId();

        assertThat(CLIENT.createCase(request).caseId()).isEqualTo(caseId);
        assertThatThrownBy(() -> CLIENT.createCase(request.toBuilder()
                        .fields(List.of(text("customer_id", "c"), text("title", "other")))
                        .build()))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> CLIENT.createCase(
                        request.toBuilder().templateId("other").build()))
                .isInstanceOf(ConflictException.class);

        CLIENT.deleteCase(gone -> gone.domainId(DOMAIN).caseId(caseId));

        assertThat(CLIENT.createCase(request).caseId()).isNotEqualTo(caseId);
    }

    @Test
    void makeOneCaseWhenTheyComeAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CreateCaseRequest request = creation().build();
        List<Future<String>> made = IntStream.range(0, 64)
                .mapToObj(i -> threads.submit(() -> CLIENT.createCase(request).caseId()))
                .toList();
        Set<String> ids = new HashSet<>();
        for (Future<String> one : made) {
            ids.add(one.get());
        }
        threads.shutdown();

        assertThat(ids).hasSize(1);
        assertThat(cases.history(ids.iterator().next())).hasSize(1);
    }

    @Test
    void areLimitedByTheRateOfTheirDomain() {
        String caseId = cases.create();
        control.put("domains/" + DOMAIN + "/rate-limit", "{\"rate\": 0.001, \"burst\": 1}");

        cases.update(caseId, text("title", "new"));
        assertThatThrownBy(() -> cases.update(caseId, text("title", "newer"))).isInstanceOf(ThrottlingException.class);

        control.delete("domains/" + DOMAIN + "/rate-limit");
        assertThat(cases.history(caseId)).hasSize(2);
    }

    @Test
    void areInTheJournalWithTheirFault() {
        String caseId = cases.create();
        control.setBehaviour(DOMAIN, caseId, "{\"faults\": \"lost, ok\"}");

        CLIENT.createRelatedItem(request -> request.domainId(DOMAIN)
                .caseId(caseId)
                .type("Comment")
                .performedBy(UserUnion.fromCustomEntity("somebody"))
                .content(RelatedItemInputContent.fromComment(
                        comment -> comment.body("hi").contentType("Text/Plain"))));

        assertThat(control.get("journal?caseId=" + caseId).findValuesAsText("fault"))
                .containsExactly("lost");
        assertThat(control.get("journal?caseId=" + caseId).findValuesAsText("body"))
                .hasSize(2)
                .allMatch(body -> body.contains("\"performedBy\":{\"customEntity\":\"***\"}"));
        assertThat(control.get("calls?caseId=" + caseId).findValuesAsText("operation"))
                .containsExactly("CreateRelatedItem");
        assertThat(control.get("calls?caseId=" + caseId).path("walks")).isEmpty();
        // No token makes this operation idempotent: the comment is there twice.
        assertThat(cases.history(caseId)).hasSize(3);
    }
}
