package dev.casesaudit.conformance.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.SigningService;
import dev.casesaudit.conformance.stub.StubServer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlawsTest {

    private static final Kit KIT = Kit.packaged().through(Probes.SOCKETS);

    static Stream<Service> withoutAFlaw() {
        return Stream.of(new Service(), new SigningService());
    }

    @ParameterizedTest
    @MethodSource("withoutAFlaw")
    void aServerWithoutAFlawPassesEveryCheck(Service service) {
        RunReport report = judged(service);

        assertThat(report.preflight()).noneMatch(step -> step.state().label().equals("failed"));
        assertThat(findings(report)).isEmpty();
        assertThat(report.results()).noneMatch(result -> result.outcome() instanceof Outcome.NotTestable);
        assertThat(report.results()).noneMatch(result -> result.outcome() instanceof Outcome.KitError);
    }

    @TestFactory
    Stream<DynamicTest> eachFlawIsCaughtByItsRequirementsAndNoOther() {
        return Flaws.all().stream()
                .map(flaw -> DynamicTest.dynamicTest(
                        flaw.name(),
                        () -> assertThat(findings(judged(flaw.service().get())))
                                .isEqualTo(new TreeMap<>(flaw.findings()))));
    }

    private static RunReport judged(Service service) {
        try (StubServer stub = new StubServer(service)) {
            return KIT.judge(stub.profile(), Selection.ALL, Level.SHOULD, KnownFailures.NONE, Progress.NONE);
        }
    }

    // The first finding of each requirement that has one; what could not be tried for the flaw is one, too.
    private static Map<String, String> findings(RunReport report) {
        Map<String, String> findings = new TreeMap<>();
        report.results().forEach(result -> {
            if (!result.findings().isEmpty()) {
                findings.put(result.requirement().id(), result.findings().get(0).toString());
            } else if (result.outcome() instanceof Outcome.KitError error) {
                findings.put(result.requirement().id(), error.problem());
            }
        });
        return findings;
    }
}
