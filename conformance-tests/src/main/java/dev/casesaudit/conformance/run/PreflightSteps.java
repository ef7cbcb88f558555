package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.run.PreflightStep.State;
import java.util.ArrayList;
import java.util.List;

/** The steps of a preflight in their order. */
final class PreflightSteps {

    private static final List<String> NAMES = List.of(
            "credentials", "reachability", "tls", "clock", "authorization", "operation", "domain", "case", "data");

    private final List<PreflightStep> steps = new ArrayList<>();

    void passed(String name, String detail) {
        add(name, State.PASSED, detail);
    }

    void failed(String name, String detail) {
        add(name, State.FAILED, detail);
    }

    /** Returns the name of the next step. */
    String next() {
        return NAMES.get(Math.min(steps.size(), NAMES.size() - 1));
    }

    void skipped(String name, String detail) {
        add(name, State.SKIPPED, detail);
    }

    // A later response may decide an earlier step. Steps in between are skipped.
    private void add(String name, State state, String detail) {
        steps.subList(Math.min(steps.size(), NAMES.indexOf(name)), steps.size()).clear();
        while (steps.size() < NAMES.indexOf(name)) {
            steps.add(new PreflightStep(NAMES.get(steps.size()), State.SKIPPED, "not checked"));
        }
        steps.add(new PreflightStep(name, state, detail));
    }

    /** Returns all steps. Steps without a result were not reached. */
    List<PreflightStep> all() {
        List<PreflightStep> all = new ArrayList<>(steps);
        for (String name : NAMES.subList(steps.size(), NAMES.size())) {
            all.add(new PreflightStep(name, State.SKIPPED, "not reached"));
        }
        return all;
    }
}
