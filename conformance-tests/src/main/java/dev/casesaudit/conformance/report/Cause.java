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
 * A cause of several requirements that did not pass: they have the same expected and actual values.
 *
 * @param number the number of the cause in the run, from 1
 * @param text a short description
 * @param instances at least one, starting with those of the most frequent findings
 */
record Cause(int number, ResultStatus status, String text, List<Instance> instances) {

    /**
     * A requirement that the cause breaks.
     *
     * @param findings the findings of this cause; empty if the cause is a reason
     */
    record Instance(Result result, List<Finding> findings) {
        Instance {
            findings = List.copyOf(findings);
        }

        String id() {
            return result.requirement().id();
        }

        /** Returns the distinct findings with all their values, or the reason. */
        List<String> words() {
            return findings.isEmpty()
                    ? List.of(result.reason())
                    : findings.stream().map(CauseText::verbatim).distinct().toList();
        }
    }

    Cause {
        instances = List.copyOf(instances);
    }

    List<String> ids() {
        return instances.stream().map(Instance::id).toList();
    }

    /** Groups the instances by their findings, in the same order. */
    Map<List<String>, List<Instance>> variants() {
        return instances.stream()
                .collect(Collectors.groupingBy(Instance::words, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns the instance that stands for all. */
    Instance example() {
        return instances.get(0);
    }

    /** Returns the finding that stands for all, unless the cause is a reason. */
    Optional<Finding> evidence() {
        return example().findings().stream().findFirst();
    }

    long count(Level level) {
        return instances.stream()
                .filter(instance -> instance.result().requirement().level() == level)
                .count();
    }
}
