package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallProfileTest {

    @Test
    void oneCaseOfThreeEventsIsEnoughForMostOfPagination() {
        try (StubServer stub = new StubServer(new Service())) {
            CaseRef one = stub.profile().find(Role.SOME_EVENTS).orElseThrow();
            List<Result> results = Kit.packaged()
                    .through(Probes.SOCKETS)
                    .judge(
                            stub.profile().with(Map.of(Role.SOME_EVENTS, one)),
                            new Selection(Set.of(), Set.of(Area.PAGINATION)),
                            Level.SHOULD,
                            KnownFailures.NONE,
                            Progress.NONE)
                    .results();

            assertThat(results)
                    .filteredOn(result -> result.outcome() instanceof Outcome.Passed)
                    .hasSizeGreaterThanOrEqualTo(20);
            assertThat(results)
                    .filteredOn(result -> !(result.outcome() instanceof Outcome.Passed))
                    .allSatisfy(result -> assertThat(result.reason()).startsWith("the target profile names no"));
        }
    }
}
