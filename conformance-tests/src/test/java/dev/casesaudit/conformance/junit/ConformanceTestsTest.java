package dev.casesaudit.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ConformanceTestsTest {

    private static final Kit KIT = Kit.packaged();
    private static final String ABOVE = "request-max-results-above-maximum";
    private static final String DISJOINT = "pagination-pages-are-disjoint";

    private StubServer server = new StubServer(new Service());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hasATestForEachRequirementInAContainerForItsArea() {
        Map<String, Executable> tests = new Face(server.profile(), Selection.ALL).tests();

        assertThat(tests.keySet()).startsWith("preflight");
        assertThat(tests.keySet().stream().skip(1))
                .containsExactlyInAnyOrderElementsOf(KIT.plan(Selection.ALL).stream()
                        .map(planned -> "%s/%s"
                                .formatted(
                                        planned.requirement().area().label(),
                                        planned.requirement().id()))
                        .toList());
    }

    @Test
    void passesRequirementsThatHold() {
        Map<String, Executable> tests = face().tests();

        assertThat(tests).containsOnlyKeys("preflight", "request/" + ABOVE, "pagination/" + DISJOINT);
        assertThat(tests.values())
                .allSatisfy(test -> assertThatCode(test::execute).doesNotThrowAnyException());
    }

    @Test
    void failsBrokenRequirementsWithTheWholeFinding() {
        serve(clamping());

        assertThatThrownBy(() -> face().run("request/" + ABOVE))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("FAILED  " + ABOVE)
                .hasMessageMatching("(?s).*expected +400 ValidationException.*actual +200 with 1 event.*")
                .hasMessageContaining("POST /domains/");
        assertThatCode(() -> face().run("pagination/" + DISJOINT)).doesNotThrowAnyException();
    }

    @Test
    void abortsExcusedRequirementsWithTheReason() {
        serve(clamping());

        assertThatThrownBy(() -> face().excusing(ABOVE, "clamped until May").run("request/" + ABOVE))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("clamped until May");
    }

    @Test
    void failsAnExcuseThatIsOutOfDate() {
        assertThatThrownBy(() -> face().excusing(ABOVE, "clamped until May").run("request/" + ABOVE))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("STALE")
                .hasMessageContaining("clamped until May");
    }

    @Test
    void failsRequirementsThatCouldNotBeTried() {
        CaseRef few = server.profile().find(Role.SOME_EVENTS).orElseThrow();
        TargetProfile withoutEmpty = server.profile().with(Map.of(Role.SOME_EVENTS, few));

        assertThatThrownBy(() -> new Face(withoutEmpty, Selection.ALL).run("response/response-empty-history"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("NOT TESTABLE")
                .hasMessageContaining("names no case for the role 'empty'");
    }

    @Test
    void failsThePreflightAndTriesNothingWithoutATarget() {
        server.close();

        assertThatThrownBy(() -> face().run("preflight"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("reachability");
        assertThatThrownBy(() -> face().run("request/" + ABOVE))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("reachability");
    }

    @Test
    void masksCredentialsThatTheTargetRepeatsInThePreflight() {
        serve(new Service() {
            @Override
            protected void validate(StubInput input) {
                throw new StubError(403, "AccessDeniedException", "AKIAIOSFODNN7EXAMPLE may not");
            }
        });

        for (String test : List.of("preflight", "request/" + ABOVE)) {
            assertThatThrownBy(() -> face().run(test))
                    .hasMessageContaining("*** may not")
                    .hasMessageNotContaining("AKIAIOSFODNN7EXAMPLE");
        }
    }

    private Face face() {
        return new Face(server.profile(), new Selection(Set.of(ABOVE, DISJOINT), Set.of()));
    }

    private void serve(Service service) {
        server.close();
        server = new StubServer(service);
    }

    private static Service clamping() {
        return new Service() {
            @Override
            protected void validateSize(int maxResults) {
                super.validateSize(Math.min(maxResults, 25));
            }

            @Override
            protected int size(StubInput input) {
                return Math.min(super.size(input), 25);
            }
        };
    }

    /** A test class like that of a user. */
    private static final class Face extends ConformanceTests {

        private final TargetProfile target;
        private final Selection selection;
        private KnownFailures known = KnownFailures.NONE;

        Face(TargetProfile target, Selection selection) {
            this.target = target;
            this.selection = selection;
        }

        Face excusing(String id, String reason) {
            known = new KnownFailures(Map.of(id, reason));
            return this;
        }

        @Override
        Kit kit() {
            return KIT;
        }

        @Override
        protected TargetProfile target() {
            return target;
        }

        @Override
        protected Selection selection() {
            return selection;
        }

        @Override
        protected KnownFailures knownFailures() {
            return known;
        }

        /** Runs a single test, as an IDE does. */
        void run(String name) throws Throwable {
            Executable test = tests().get(name);
            assertThat(test).as(name).isNotNull();
            test.execute();
        }

        Map<String, Executable> tests() {
            Map<String, Executable> tests = new LinkedHashMap<>();
            collect("", conformance(), tests);
            return tests;
        }

        private static void collect(String path, Stream<? extends DynamicNode> nodes, Map<String, Executable> into) {
            nodes.forEach(node -> {
                String name = path + node.getDisplayName();
                if (node instanceof DynamicTest test) {
                    into.put(name, test.getExecutable());
                } else {
                    collect(name + "/", ((DynamicContainer) node).getChildren(), into);
                }
            });
        }
    }
}
