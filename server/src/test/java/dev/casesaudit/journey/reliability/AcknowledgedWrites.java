package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.write.EarnedCases.DOMAIN;
import static dev.casesaudit.journey.write.EarnedCases.creation;
import static dev.casesaudit.journey.write.EarnedCases.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.SdkClients;
import dev.casesaudit.journey.write.EarnedCases;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.RelatedItemInputContent;

/**
 * Writes each value once and without a retry, remembers which were acknowledged, and checks what there is of them in the end.
 * A write that was not acknowledged may have been made or not, but not twice.
 */
final class AcknowledgedWrites {

    private static final String CREATED = "Case.Created";
    private static final String TITLE = "title";

    private final AtomicLong values = new AtomicLong();
    private final Map<String, CreateCaseRequest> creations = new ConcurrentHashMap<>();
    private final Map<String, String> createdIds = new ConcurrentHashMap<>();
    private final Map<String, Values> titles = new ConcurrentHashMap<>();
    private final Map<String, Values> comments = new ConcurrentHashMap<>();
    private final Map<String, Values> appended = new ConcurrentHashMap<>();
    private final Map<String, Values> behaviours = new ConcurrentHashMap<>();

    /** The values that were written to one place. */
    private static final class Values {

        private final Set<String> acknowledged = new HashSet<>();
        private final Set<String> unknown = new HashSet<>();
        // The last that was acknowledged and those that came after it.
        private final Set<String> possible = new HashSet<>();

        synchronized void add(String value, boolean isAcknowledged) {
            (isAcknowledged ? acknowledged : unknown).add(value);
            if (isAcknowledged) {
                possible.clear();
            }
            possible.add(value);
        }
    }

    /** Returns how many writes were acknowledged. */
    long acknowledged() {
        return createdIds.size()
                + List.of(titles, comments, appended, behaviours).stream()
                        .flatMap(all -> all.values().stream())
                        .mapToLong(one -> one.acknowledged.size())
                        .sum();
    }

    /** Returns how many writes may have been made or not. */
    long unknown() {
        return creations.size()
                - createdIds.size()
                + List.of(titles, comments, appended, behaviours).stream()
                        .flatMap(all -> all.values().stream())
                        .mapToLong(one -> one.unknown.size())
                        .sum();
    }

    // ---- writing

    /** Creates a case; empty if that was not acknowledged. */
    Optional<String> create(ConnectCasesClient client) {
        CreateCaseRequest request = creation().build();
        creations.put(request.clientToken(), request);
        String[] id = new String[1];
        if (isAcknowledged(() -> id[0] = client.createCase(request).caseId())) {
            createdIds.put(request.clientToken(), id[0]);
            return Optional.of(id[0]);
        }
        return Optional.empty();
    }

    boolean update(ConnectCasesClient client, String caseId) {
        String value = next();
        boolean done = isAcknowledged(() -> new EarnedCases(client).update(caseId, text(TITLE, value)));
        values(titles, caseId).add(value, done);
        return done;
    }

    boolean comment(ConnectCasesClient client, String caseId) {
        String value = next();
        boolean done = isAcknowledged(() -> client.createRelatedItem(request -> request.domainId(DOMAIN)
                .caseId(caseId)
                .type("Comment")
                .content(RelatedItemInputContent.fromComment(
                        comment -> comment.body(value).contentType("Text/Plain")))));
        values(comments, caseId).add(value, done);
        return done;
    }

    boolean append(PackagedMock mock, String caseId) {
        String value = next();
        boolean done = isAcknowledged(mock, "POST", ControlClient.casePath(DOMAIN, caseId) + "/events", """
                {"auditEvents": [%s]}""".formatted(
                        CaseOwner.event(value)));
        values(appended, caseId).add(value, done);
        return done;
    }

    /** Sets the behaviour of a case that only one thread uses. */
    boolean configure(PackagedMock mock, String caseId) {
        String value = next();
        boolean done = isAcknowledged(mock, "PUT", behaviourPath(caseId), """
                {"faults": "InternalServer(message=%s)"}""".formatted(value));
        values(behaviours, caseId).add(value, done);
        return done;
    }

    private static String behaviourPath(String caseId) {
        return ControlClient.casePath(DOMAIN, caseId) + "/behaviour";
    }

    private String next() {
        return "value-" + values.incrementAndGet();
    }

    private static Values values(Map<String, Values> all, String caseId) {
        return all.computeIfAbsent(caseId, id -> new Values());
    }

    // Nothing is known of a request whose response is missing, or says that the mock or its database has failed.
    private static boolean isAcknowledged(Runnable call) {
        try {
            call.run();
            return true;
        } catch (SdkClientException e) {
            return false;
        } catch (ConnectCasesException e) {
            if (e.statusCode() < 500) {
                throw e;
            }
            return false;
        }
    }

    private static boolean isAcknowledged(PackagedMock mock, String method, String path, String body) {
        try {
            HttpResponse<String> response = ControlClient.of(mock).send(method, path, body);
            assertThat(response.statusCode()).as(response.body()).isIn(200, 500);
            return response.statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    // ---- checking

    /** Fails if anything acknowledged is missing, anything is there twice, or a chain of old and new values is broken. */
    void requireAll(List<PackagedMock> mocks) {
        List<ConnectCasesClient> clients = mocks.stream().map(SdkClients::of).toList();
        try {
            Set<String> ids = new HashSet<>();
            int number = 0;
            for (Map.Entry<String, CreateCaseRequest> one : creations.entrySet()) {
                // With the same token: the case that there is, or a new one if the first attempt made none.
                String id = clients.get(number++ % clients.size())
                        .createCase(one.getValue())
                        .caseId();
                assertThat(id).isEqualTo(createdIds.getOrDefault(one.getKey(), id));
                ids.add(id);
            }
            assertThat(ids).hasSameSizeAs(creations.keySet());
            for (String caseId : ids) {
                requireCase(caseId, clients.get(number % clients.size()), mocks.get(number % mocks.size()));
                number++;
            }
            for (Map.Entry<String, Values> one : behaviours.entrySet()) {
                requireBehaviour(one.getKey(), one.getValue(), mocks.get(number++ % mocks.size()));
            }
        } finally {
            clients.forEach(ConnectCasesClient::close);
        }
    }

    private void requireCase(String caseId, ConnectCasesClient client, PackagedMock mock) {
        List<AuditEvent> history = new EarnedCases(client).history(caseId);
        assertThat(history.stream().filter(event -> event.typeAsString().equals(CREATED)))
                .as("creations of " + caseId)
                .hasSize(1);
        assertThat(history.stream().map(AuditEvent::eventId)).doesNotHaveDuplicates();
        requireChain(caseId, history);
        Values ofEvents = values(appended, caseId);
        requireOnce(
                "events of " + caseId,
                ofEvents,
                history.stream()
                        .map(AuditEvent::eventId)
                        .filter(id -> id.startsWith("value-"))
                        .toList());
        JsonNode content = ControlClient.of(mock).get(ControlClient.casePath(DOMAIN, caseId) + "/content");
        requireOnce("comments of " + caseId, values(comments, caseId), content.findValuesAsText("body"));
        assertThat(history.stream().filter(event -> event.typeAsString().equals("RelatedItem.Created")))
                .as("comments recorded of " + caseId)
                .hasSameSizeAs(content.findValuesAsText("body"));
    }

    // Each change of the title begins where the one before it ended, and the last one is what the case has.
    private void requireChain(String caseId, List<AuditEvent> history) {
        List<String> all = new ArrayList<>();
        @Nullable String last = null;
        for (AuditEvent event : history) {
            for (var field : event.fields()) {
                if (field.eventFieldId().equals(TITLE)) {
                    assertThat(
                                    field.oldValue() == null
                                            ? null
                                            : field.oldValue().stringValue())
                            .as("old title in " + caseId)
                            .isEqualTo(last);
                    last = field.newValue().stringValue();
                    all.add(last);
                }
            }
        }
        assertThat(all).as("titles of " + caseId).isNotEmpty();
        requireOnce("titles of " + caseId, values(titles, caseId), all.subList(1, all.size()));
    }

    private static void requireOnce(String what, Values written, List<String> found) {
        assertThat(found).as(what).doesNotHaveDuplicates().containsAll(written.acknowledged);
        Set<String> others = new HashSet<>(found);
        others.removeAll(written.acknowledged);
        assertThat(written.unknown).as(what).containsAll(others);
    }

    private static void requireBehaviour(String caseId, Values written, PackagedMock mock) {
        String state = ControlClient.of(mock).get(behaviourPath(caseId)).toString();
        assertThat(written.possible).as(caseId).contains(state.replaceAll(".*(value-[0-9]+).*", "$1"));
    }
}
