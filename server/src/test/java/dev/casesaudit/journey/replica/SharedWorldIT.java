package dev.casesaudit.journey.replica;

import static dev.casesaudit.journey.write.EarnedCases.DOMAIN;
import static dev.casesaudit.journey.write.EarnedCases.creation;
import static dev.casesaudit.journey.write.EarnedCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.Replicas;
import dev.casesaudit.journey.sdk.SdkClients;
import dev.casesaudit.journey.sdk.SdkEvents;
import dev.casesaudit.journey.write.EarnedCases;
import dev.casesaudit.postgresql.PostgresServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.ConflictException;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connectcases.model.ThrottlingException;

/** Two replicas answer as one mock: what one acknowledged, the other serves with the next request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedWorldIT {

    private static final int REPLICAS = 2;
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 12;

    private final List<ConnectCasesClient> clients = new ArrayList<>();
    private final List<ControlClient> controls = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private Optional<Replicas> started = Optional.empty();

    @BeforeAll
    void start() {
        Replicas replicas = Replicas.start(REPLICAS, PostgresServer.shared().newDatabase());
        started = Optional.of(replicas);
        replicas.all().forEach(mock -> {
            clients.add(SdkClients.of(mock));
            controls.add(ControlClient.of(mock));
        });
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        clients.forEach(ConnectCasesClient::close);
        started.ifPresent(Replicas::close);
    }

    @AfterEach
    void reset() {
        controls.get(0).delete("state");
    }

    private ConnectCasesClient client(int number) {
        return clients.get(number % REPLICAS);
    }

    private EarnedCases cases(int number) {
        return new EarnedCases(client(number));
    }

    private ControlClient control(int number) {
        return controls.get(number % REPLICAS);
    }

    @Test
    void servesWhatTheOtherAcknowledged() throws InterruptedException, ExecutionException {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            all.add(threads.submit(() -> writeAndRead(number)));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private void writeAndRead(int number) {
        String caseId = cases(number).create();
        for (int round = 0; round < ROUNDS; round++) {
            int writer = number + round;
            int reader = writer + 1;
            String title = "title " + round;

            cases(writer).update(caseId, text("title", title));

            assertThat(cases(reader)
                            .read(caseId, "title")
                            .fields()
                            .get(0)
                            .value()
                            .stringValue())
                    .isEqualTo(title);
            assertThat(newest(reader, caseId).fields())
                    .anySatisfy(
                            field -> assertThat(field.newValue().stringValue()).isEqualTo(title));
        }
        client(number).deleteCase(gone -> gone.domainId(DOMAIN).caseId(caseId));
        assertThatThrownBy(() -> cases(number + 1).history(caseId)).isInstanceOf(ResourceNotFoundException.class);
    }

    private AuditEvent newest(int number, String caseId) {
        return client(number)
                .getCaseAuditEvents(SdkClients.request(caseId))
                .auditEvents()
                .get(0);
    }

    @Test
    void servesEachPageOfAWalkWhileOthersWrite() throws InterruptedException, ExecutionException {
        control(0).seed(DOMAIN, "walked", 120);
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> writers = IntStream.range(0, 2)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                    for (int i = 0; !over.get(); i++) {
                        cases(writer + i).update("walked", text("title", writer + " wrote " + i));
                    }
                }))
                .toList();
        List<List<String>> walks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            walks.add(walk("walked", i));
        }
        over.set(true);
        for (Future<?> writer : writers) {
            writer.get();
        }

        List<String> all = SdkEvents.ids(client(0), SdkClients.request("walked"));
        assertThat(all).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(walks)
                .allSatisfy(walk -> assertThat(walk)
                        .hasSizeGreaterThanOrEqualTo(120)
                        .isEqualTo(all.subList(all.size() - walk.size(), all.size())));
    }

    // Each page from the next replica.
    private List<String> walk(String caseId, int first) {
        List<String> ids = new ArrayList<>();
        String token = null;
        int number = first;
        do {
            GetCaseAuditEventsResponse page = client(number++)
                    .getCaseAuditEvents(SdkClients.request(caseId).toBuilder()
                            .maxResults(7)
                            .nextToken(token)
                            .build());
            page.auditEvents().forEach(event -> ids.add(event.eventId()));
            token = page.nextToken();
        } while (token != null);
        return ids;
    }

    @Test
    void makesOneCaseOfRequestsWithOneClientToken() throws InterruptedException, ExecutionException {
        CreateCaseRequest request = creation().build();
        List<Future<String>> made = IntStream.range(0, 16)
                .mapToObj(number ->
                        threads.submit(() -> client(number).createCase(request).caseId()))
                .toList();
        Set<String> ids = new HashSet<>();
        for (Future<String> one : made) {
            ids.add(one.get());
        }

        assertThat(ids).hasSize(1);
        assertThat(cases(1).history(ids.iterator().next())).hasSize(1);
        assertThatThrownBy(() -> client(1)
                        .createCase(request.toBuilder().templateId("another").build()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void obeysWhatTheOtherWasTold() {
        control(0).seed(DOMAIN, "told", 3);
        assertThat(walk("told", 1)).hasSize(3);

        control(0).setBehaviour(DOMAIN, "told", "{\"faults\": \"Conflict*forever\"}");
        assertThatThrownBy(() -> walk("told", 1)).isInstanceOf(ConflictException.class);
        control(1).setBehaviour(DOMAIN, "told", "{}");
        assertThat(walk("told", 0)).hasSize(3);

        control(0).put("domains/" + DOMAIN + "/rate-limit", "{\"rate\": 0.0001, \"burst\": 1}");
        assertThatThrownBy(() -> IntStream.range(0, 3).forEach(i -> newest(1, "told")))
                .isInstanceOf(ThrottlingException.class);
        control(1).delete("domains/" + DOMAIN + "/rate-limit");
        assertThat(walk("told", 0)).hasSize(3);

        control(1).delete("state");
        assertThatThrownBy(() -> walk("told", 0)).isInstanceOf(ResourceNotFoundException.class);
    }
}
