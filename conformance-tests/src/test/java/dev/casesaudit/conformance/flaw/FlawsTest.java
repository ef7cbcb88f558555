package dev.casesaudit.conformance.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.Runner;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.run.Session;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.SigningService;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.stub.WritableService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class FlawsTest {

    private static final Kit BY_REST_ASSURED = Kit.packaged();
    private static final Kit BY_SOCKETS = BY_REST_ASSURED.through(Probes.SOCKETS);
    private static final List<Runner.Planned> EVERY_CHECK = BY_SOCKETS.plan(Selection.ALL);

    /** For services that differ in what they record. */
    private static final List<Runner.Planned> CHECKS_OF_EDITS =
            BY_SOCKETS.plan(new Selection(Set.of(), Set.of(Area.RECORDING)).withWrites());

    static Stream<Service> withoutAFlaw() {
        return Stream.of(new Service(), new SigningService(), new WritableService());
    }

    @ParameterizedTest
    @MethodSource("withoutAFlaw")
    void aServerWithoutAFlawPassesEveryCheck(Service service) {
        List<Result> results = judged(service);

        assertThat(findings(results)).isEmpty();
        assertThat(results).noneMatch(result -> result.outcome() instanceof Outcome.NotTestable);
    }

    @TestFactory
    Stream<DynamicTest> eachFlawIsCaughtByItsRequirementsAndNoOther() {
        return Flaws.all().stream()
                .map(flaw -> DynamicTest.dynamicTest(
                        flaw.name(),
                        () -> assertThat(findings(judged(flaw.service().get())))
                                .isEqualTo(new TreeMap<>(flaw.findings()))));
    }

    // Sockets are faster. Flaws of bytes use the client of the kit.
    private static List<Result> judged(Service service) {
        Kit kit = service.wire().isPresent() ? BY_REST_ASSURED : BY_SOCKETS;
        try (StubServer stub = new StubServer(service);
                Session session = kit.open(stub.profile(), KnownFailures.NONE)) {
            assertThat(session.ready()).isTrue();
            List<Runner.Planned> plan = service.writes().isPresent() ? CHECKS_OF_EDITS : EVERY_CHECK;
            return plan.stream().map(session::tried).toList();
        }
    }

    // The first finding of each requirement, or the reason why it is not testable.
    private static Map<String, String> findings(List<Result> results) {
        Map<String, String> findings = new TreeMap<>();
        results.forEach(result -> {
            if (!result.findings().isEmpty()) {
                findings.put(result.requirement().id(), result.findings().get(0).toString());
            } else if (result.outcome() instanceof Outcome.KitError error) {
                findings.put(result.requirement().id(), error.problem());
            }
        });
        return findings;
    }
}
