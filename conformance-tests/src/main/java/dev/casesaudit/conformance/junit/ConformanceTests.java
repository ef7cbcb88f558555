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
 * Judges a target as tests: one for each requirement, named by its id, in a container for its area. A class of tests extends this
 * and says what the target is.
 *
 * <p>A requirement that does not hold fails its test, and so does one that could not be tried. A test is aborted where its outcome
 * counts neither way: it is excused, drift, not applicable, or weaker than {@link #failAt}.
 */
// One after the other, as on the command line: tests share what they know of the target, and the target's patience.
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ConformanceTests {

    /** Returns what is judged. */
    protected abstract TargetProfile target();

    /** Returns which requirements are tried; all of them, unless overridden. */
    protected Selection selection() {
        return Selection.ALL;
    }

    /** Returns which requirements may fail, and why; none, unless overridden. */
    protected KnownFailures knownFailures() {
        return KnownFailures.NONE;
    }

    /** Returns the weakest level whose findings fail a test; MUST, unless overridden. */
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
        // JUnit closes the stream once the last test has run.
        return Stream.concat(preflight, areas).onClose(session::close);
    }

    /** Returns the kit, which takes a while to read; this package's tests share one. */
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
