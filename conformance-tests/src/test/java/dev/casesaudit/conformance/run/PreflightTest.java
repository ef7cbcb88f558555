package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.SelfSignedServer;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private static final Kit KIT = Kit.packaged();

    // One requirement is enough: what happens before it is what these tests look at.
    private static final Selection ONE = new Selection(Set.of("request-max-results-above-maximum"), Set.of());

    @Test
    void letsAServerThroughThatCanBeJudged() {
        RunReport report = judged(new Service(), profile -> profile);

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.preflight())
                .extracting(PreflightStep::name)
                .containsExactly(
                        "credentials", "reachability", "tls", "clock", "authorization", "domain", "case", "data");
    }

    @Test
    void saysThatNobodyListens() {
        RunReport report = judged(new Service(), profile -> profile.at(URI.create("http://localhost:1")));

        assertNotJudged(report, "reachability", "http://localhost:1 gives no answer");
        assertThat(report.results()).isEmpty();
    }

    @Test
    void saysThatTheCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
        try (SelfSignedServer server = new SelfSignedServer(folder)) {
            RunReport report = judged(new Service(), profile -> profile.at(server.endpoint()));

            assertNotJudged(report, "tls", "certification path");
        }
    }

    @Test
    void saysThatACaseOfTheProfileIsNotThere() {
        RunReport report = judged(
                new Service(),
                profile -> profile.with(Map.of(Role.SOME_EVENTS, new CaseRef("stub-domain", "no-such-case"))));

        assertNotJudged(report, "case", "the profile names case 'no-such-case' of domain 'stub-domain'");
    }

    @Test
    void saysThatTheDomainOfTheProfileIsNotThere() {
        RunReport report = judged(
                new Service(),
                profile -> profile.with(Map.of(Role.SOME_EVENTS, new CaseRef("elsewhere", "two-pages"))));

        assertNotJudged(report, "domain", "elsewhere");
    }

    @Test
    void saysThatThereIsNotEnoughData() {
        RunReport report = judged(
                new Service(),
                profile -> profile.with(Map.of(Role.ONE_EVENT, new CaseRef("stub-domain", "one-event"))));

        assertNotJudged(report, "data", "the longest case of the profile has 1 events; one of 3 or more is needed");
    }

    @Test
    void saysThatTheProfileNamesNoCaseToRead() {
        RunReport report = judged(new Service(), profile -> profile.with(Map.of()));

        assertNotJudged(report, "case", "names no case that can be read");
    }

    @Test
    void saysThatCredentialsAreRefused() {
        RunReport report = judged(refusing("MissingAuthenticationTokenException"), profile -> profile);

        assertNotJudged(
                report,
                "authorization",
                "refused with MissingAuthenticationTokenException: 'no'; the profile signs nothing");
    }

    @Test
    void leavesARefusalThatBreaksTheContractToTheChecks() {
        Service nameless = new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                return new StubReply(403, new byte[0]);
            }
        };

        assertJudged(judged(nameless, profile -> profile));
    }

    @Test
    void leavesA404ThatLacksItsMembersToTheChecks() {
        Service bare = new Service() {
            @Override
            protected void requireThere(CaseRef one) {
                throw new StubError(404, "ResourceNotFoundException", "gone");
            }
        };

        assertJudged(judged(bare, profile -> profile));
    }

    @Test
    void leavesPagesThatBreakTheContractToTheChecks() {
        Service empty = new Service() {
            @Override
            protected ObjectNode page(ObjectNode page) {
                page.remove("auditEvents");
                return page;
            }
        };

        assertJudged(judged(empty, profile -> profile));
    }

    private static Service refusing(String name) {
        return new Service() {
            @Override
            protected void validate(Input input) {
                throw new StubError(403, name, "no");
            }
        };
    }

    private static void assertJudged(RunReport report) {
        assertThat(report.preflight()).noneMatch(step -> step.state() == PreflightStep.State.FAILED);
        assertThat(report.results()).isNotEmpty();
    }

    private static void assertNotJudged(RunReport report, String step, String detail) {
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(report.because()).startsWith(step + ": ").contains(detail);
        assertThat(report.preflight())
                .filteredOn(one -> one.state() == PreflightStep.State.FAILED)
                .singleElement()
                .extracting(PreflightStep::name)
                .isEqualTo(step);
    }

    private static RunReport judged(Service service, UnaryOperator<TargetProfile> change) {
        try (StubServer stub = new StubServer(service)) {
            return KIT.judge(change.apply(stub.profile()), ONE, Level.MUST, KnownFailures.NONE, Progress.NONE);
        }
    }
}
