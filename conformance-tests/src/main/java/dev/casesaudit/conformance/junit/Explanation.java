package dev.casesaudit.conformance.junit;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.run.Result;
import java.util.ArrayList;
import java.util.List;

/** What came of a requirement, in words. Bodies and headers are not among them: they may hold what must not be shown. */
final class Explanation {

    private Explanation() {}

    static String of(Result result) {
        Requirement requirement = result.requirement();
        List<String> lines = new ArrayList<>();
        lines.add("%s, %s, %s: %s"
                .formatted(
                        requirement.id(), requirement.level(), result.standing().label(), requirement.statement()));
        if (!result.excuse().isEmpty()) {
            lines.add("  excuse: " + result.excuse());
        }
        if (!result.reason().isEmpty()) {
            lines.add("  reason: " + result.reason());
        }
        for (Finding finding : result.findings()) {
            Request request = finding.evidence().request();
            lines.add("  " + finding);
            lines.add("    in exchange %d: %s %s"
                    .formatted(finding.evidence().number(), request.method(), request.target()));
        }
        if (result.moreFindings() > 0) {
            lines.add("  and %d more".formatted(result.moreFindings()));
        }
        for (Source source : requirement.sources()) {
            lines.add("  source: %s, %s".formatted(source.title(), source.url()));
        }
        lines.add("  hint: " + requirement.hint());
        return String.join("\n", lines);
    }
}
