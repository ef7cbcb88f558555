package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Groups the requirements that did not pass by cause. A requirement with findings of several causes is listed under
 * each, so that a cause lists all requirements that it breaks.
 */
final class Causes {

    /** Results that count come first. */
    static final List<ResultStatus> ORDER = List.of(
            ResultStatus.KIT_ERROR,
            ResultStatus.FAILED,
            ResultStatus.NOT_TESTABLE,
            ResultStatus.STALE,
            ResultStatus.NOT_TRIED,
            ResultStatus.DRIFTED,
            ResultStatus.DEVIATED,
            ResultStatus.EXCUSED,
            ResultStatus.NOT_APPLICABLE);

    private record Key(ResultStatus status, String wording) {}

    private final Map<Key, Map<Result, List<Finding>>> groups = new LinkedHashMap<>();

    private Causes() {}

    /** Returns the causes by status, results that count first, then by their number of requirements. */
    static List<Cause> of(RunReport run) {
        Causes causes = new Causes();
        run.results().stream().filter(result -> ORDER.contains(result.status())).forEach(causes::add);
        return causes.sorted();
    }

    private void add(Result result) {
        if (result.findings().isEmpty()) {
            group(result, CauseText.ofReason(reason(result)));
        }
        result.findings()
                .forEach(finding -> group(result, CauseText.of(finding)).add(finding));
    }

    private List<Finding> group(Result result, String wording) {
        return groups.computeIfAbsent(new Key(result.status(), wording), key -> new LinkedHashMap<>())
                .computeIfAbsent(result, key -> new ArrayList<>());
    }

    private List<Cause> sorted() {
        List<Cause> causes = new ArrayList<>();
        groups.forEach((key, found) -> {
            List<Cause.Instance> instances = new ArrayList<>();
            found.forEach((result, findings) -> instances.add(new Cause.Instance(result, findings)));
            Map<List<String>, Long> alike =
                    instances.stream().collect(Collectors.groupingBy(Cause.Instance::words, Collectors.counting()));
            instances.sort(Comparator.comparing(instance -> -alike.getOrDefault(instance.words(), 0L)));
            causes.add(new Cause(0, key.status(), text(key, instances), instances));
        });
        causes.sort(Comparator.<Cause>comparingInt(cause -> ORDER.indexOf(cause.status()))
                .thenComparing(cause -> -cause.instances().size()));
        for (int at = 0; at < causes.size(); at++) {
            Cause cause = causes.get(at);
            causes.set(at, new Cause(at + 1, cause.status(), cause.text(), cause.instances()));
        }
        return causes;
    }

    private static String reason(Result result) {
        return result.status() == ResultStatus.STALE ? "excused, but passes: remove the excuse" : result.reason();
    }

    // If all instances have the same values, the text keeps them.
    private static String text(Key key, List<Cause.Instance> instances) {
        List<Finding> findings = instances.stream()
                .flatMap(instance -> instance.findings().stream())
                .toList();
        if (findings.isEmpty()) {
            return common(instances, instance -> reason(instance.result()), key.wording());
        }
        return common(findings, CauseText::verbatim, key.wording());
    }

    private static <T> String common(List<T> all, Function<T, String> words, String otherwise) {
        List<String> different = all.stream().map(words).distinct().toList();
        return different.size() == 1 ? different.get(0) : otherwise;
    }
}
