package dev.casesaudit.conformance.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Runner.Planned;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.run.Session;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Judges a target with JUnit tests: one for each requirement, named by its id, in a container for its area. Extend this
 * class and name the target.
 *
 * <p>A requirement that is broken or not testable fails its test. A test is aborted if its outcome does not count:
 * excused, drifted, not applicable, or below {@link #failAt}.
 */
// Never in parallel: the tests share responses and the limits of the run.
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ConformanceTests {

    /** Returns the target. */
    protected abstract TargetProfile target();

    /** Returns the requirements to try. Default: all. */
    protected Selection selection() {
        return Selection.ALL;
    }

    /** Returns the known failures. Default: none. */
    protected KnownFailures knownFailures() {
        return KnownFailures.NONE;
    }

    /** Returns the weakest level whose findings fail a test. Default: MUST. */
    protected Level failAt() {
        return Level.MUST;
    }

    @TestFactory
    Stream<DynamicNode> conformance() {
        Kit kit = kit();
        List<Planned> plan = kit.plan(selection());
        Session session = kit.open(target(), knownFailures());
        Judgement judgement = new Judgement(session, kit.catalogue(), failAt());
        Stream<DynamicNode> preflight = Stream.of(dynamicTest("preflight", judgement::preflight));
        Stream<DynamicNode> areas = Arrays.stream(Area.values())
                .filter(area -> plan.stream().anyMatch(planned -> isIn(area, planned)))
                .map(area -> dynamicContainer(area.label(), tests(area, plan, judgement)));
        // JUnit closes the stream after the last test.
        return Stream.concat(preflight, areas).onClose(session::close);
    }

    /** Returns the kit. Tests override this to share one. */
    Kit kit() {
        return Kit.packaged();
    }

    private static Stream<DynamicNode> tests(Area area, List<Planned> plan, Judgement judgement) {
        return plan.stream()
                .filter(planned -> isIn(area, planned))
                .map(planned -> dynamicTest(planned.requirement().id(), () -> judgement.require(planned)));
    }

    private static boolean isIn(Area area, Planned planned) {
        return planned.requirement().area() == area;
    }
}
