package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.observation.ObservationReport;
import dev.casesaudit.conformance.observation.ObservationReportReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Compares the observations of two runs, their profile.json. Exit code 1 if they differ.")
final class CompareCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "A.json", description = "The profile.json of one run.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.json", description = "The profile.json of the other run.")
    private Path second = Path.of("");

    private int same;
    private int different;

    CompareCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput {
        ObservationReport a = ObservationReportReader.read(first);
        ObservationReport b = ObservationReportReader.read(second);
        PrintWriter out = context.out();
        out.printf(Locale.ROOT, "A  %s, %s, contract %s%n", a.target(), a.endpoint(), a.contract());
        out.printf(Locale.ROOT, "B  %s, %s, contract %s%n%n", b.target(), b.endpoint(), b.contract());
        Set<String> ids = new LinkedHashSet<>(a.observations().keySet());
        ids.addAll(b.observations().keySet());
        ids.forEach(id -> compare(id, a.observations(), b.observations()));
        out.printf(Locale.ROOT, "%d the same, %d different%n", same, different);
        return different == 0 ? 0 : 1;
    }

    private void compare(String id, Map<String, Observation> a, Map<String, Observation> b) {
        Observation one = a.get(id);
        Observation other = b.get(id);
        if (one != null && other != null && one.answer().equals(other.answer())) {
            same++;
            return;
        }
        different++;
        Observation any = one == null ? other : one;
        context.out()
                .printf(
                        Locale.ROOT,
                        "%s: %s%n  A  %s%n  B  %s%n%n",
                        id,
                        any == null ? "" : any.question(),
                        answer(one),
                        answer(other));
    }

    private static String answer(@Nullable Observation observation) {
        return observation == null ? "(not asked)" : observation.answer();
    }
}
