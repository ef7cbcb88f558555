package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What several requirements have in common that did not pass: the same was expected, and the same came.
 *
 * @param number counts the causes of a run, from 1
 * @param text what it is, in a few words
 * @param instances at least one; those first that have the same findings as most others
 */
record Cause(int number, ResultStatus standing, String text, List<Instance> instances) {

    /**
     * A requirement that the cause is seen in.
     *
     * @param findings those of this cause; empty where it is a reason without one
     */
    record Instance(Result result, List<Finding> findings) {
        Instance {
            findings = List.copyOf(findings);
        }

        String id() {
            return result.requirement().id();
        }

        /** Returns its findings with all of their values, each once; or its reason. */
        List<String> words() {
            return findings.isEmpty()
                    ? List.of(result.reason())
                    : findings.stream().map(Wording::verbatim).distinct().toList();
        }
    }

    Cause {
        instances = List.copyOf(instances);
    }

    List<String> ids() {
        return instances.stream().map(Instance::id).toList();
    }

    /** Returns the instances by what was found of them, in the same order. */
    Map<List<String>, List<Instance>> variants() {
        return instances.stream()
                .collect(Collectors.groupingBy(Instance::words, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns the instance that is shown for all of them. */
    Instance example() {
        return instances.get(0);
    }

    /** Returns the finding that is shown for all of them; empty where the cause is a reason. */
    Optional<Finding> evidence() {
        return example().findings().stream().findFirst();
    }

    long count(Level level) {
        return instances.stream()
                .filter(instance -> instance.result().requirement().level() == level)
                .count();
    }
}
