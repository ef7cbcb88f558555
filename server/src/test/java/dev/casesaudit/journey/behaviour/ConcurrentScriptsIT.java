package dev.casesaudit.journey.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;

/** Many concurrent clients, each with a case and a script of its own. */
class ConcurrentScriptsIT {

    private static final String DOMAIN = "crowd";
    private static final int CLIENTS = 50;
    private static final int PAGES = 2;

    private static final List<List<String>> SCRIPTS = List.of(
            List.of(),
            List.of("InternalServer"),
            List.of("close", "InternalServer"),
            List.of("reset"),
            List.of("malformed", "html"),
            List.of("html(503)", "close(midway)"),
            List.of("Throttling"));

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @Test
    void givesEachClientItsOwnScriptAndItsOwnEvents() {
        List<Member> members = IntStream.range(0, CLIENTS).mapToObj(Member::new).toList();

        InParallel.each(members, Member::readTwice);

        control.awaitEnds(DOMAIN);
        for (Member member : members) {
            assertThat(member.read).as(member.caseId()).isEqualTo(twice(member.eventIds()));
            List<String> calls = member.sent.stream().distinct().toList();
            assertThat(calls)
                    .as(member.caseId())
                    .hasSize(2 * PAGES)
                    .allSatisfy(call -> assertThat(faults(control.call(call))).isEqualTo(member.script()));
            assertThat(journal(member)).containsExactlyInAnyOrderElementsOf(member.sent);
        }
    }

    private static List<String> faults(JsonNode call) {
        List<String> faults = new ArrayList<>();
        call.path("attempts")
                .forEach(attempt -> faults.add(attempt.path("fault").asText()));
        assertThat(faults.remove(faults.size() - 1)).isEmpty();
        return faults;
    }

    private List<String> journal(Member member) {
        JsonNode requests = control.get("journal?limit=1000&domainId=crowd&caseId=" + member.caseId())
                .path("requests");
        return StreamSupport.stream(requests.spliterator(), false)
                .map(request -> request.path("invocationId").asText())
                .toList();
    }

    private static List<String> twice(List<String> once) {
        return Stream.concat(once.stream(), once.stream()).toList();
    }

    private final class Member {

        private final int number;
        private final List<String> read = new ArrayList<>();
        private List<String> sent = List.of();

        Member(int number) {
            this.number = number;
        }

        void readTwice() {
            control.put(ControlClient.casePath(DOMAIN, caseId()), history());
            control.setBehaviour(DOMAIN, caseId(), "{\"faults\": \"%s\"}".formatted(faultScript()));
            try (StandardClient client = StandardClient.of(PackagedMock.shared())) {
                for (int walk = 0; walk < 2; walk++) {
                    StandardClient.events(client.walk(DOMAIN, caseId())).stream()
                            .map(AuditEvent::eventId)
                            .forEach(read::add);
                }
                sent = List.copyOf(client.sent());
            }
        }

        String caseId() {
            return "member-" + number;
        }

        List<String> script() {
            return SCRIPTS.get(number % SCRIPTS.size());
        }

        private String faultScript() {
            return script().isEmpty() ? "ok" : String.join(", ", script());
        }

        // Of two pages, and of another number than most others' are.
        List<String> eventIds() {
            return IntStream.range(0, Math.min(50, 26 + number))
                    .mapToObj(event -> String.format(Locale.ROOT, "event-%d-of-%d", event, number))
                    .toList();
        }

        private String history() {
            return eventIds().stream()
                    .map("""
                            {"eventId": "%s", "type": "Case.Updated", "performedTime": "2026-03-02T11:02:00Z", "fields": []}\
                            """::formatted)
                    .collect(Collectors.joining(",", "{\"order\": \"listed\", \"auditEvents\": [", "]}"));
        }
    }
}
