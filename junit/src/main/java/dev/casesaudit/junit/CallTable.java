package dev.casesaudit.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls and walks, in the form in which a failed test prints them. */
final class CallTable {

    private static final double NANOS_OF_A_MILLISECOND = 1_000_000;
    private static final List<String> TITLES = List.of("call", "attempt", "case", "waited", "got", "took", "fault");

    private CallTable() {}

    static String of(List<Call> calls, List<Walk> walks, CasesAudit cases) {
        if (calls.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "  no request. Does the client use the endpoint %s and the domain %s?",
                    cases.endpoint(),
                    cases.domain());
        }
        List<List<String>> rows = new ArrayList<>(List.<List<String>>of(TITLES));
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            String number = String.valueOf(i + 1);
            for (int attempt = 0; attempt < call.attempts().size(); attempt++) {
                rows.add(row(number, attempt + 1, call, call.attempts().get(attempt)));
            }
            call.findings().forEach(finding -> findings.add("call " + number + ": " + finding));
        }
        walks.forEach(walk -> findings.add(sentence(walk)));
        return Stream.concat(aligned(rows), findings.stream())
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> row(String call, int number, Call of, Attempt attempt) {
        return List.of(
                call,
                String.valueOf(number),
                of.caseId().orElse("-"),
                attempt.gap().map(CallTable::millis).orElse(""),
                result(attempt),
                attempt.duration().map(CallTable::millis).orElse(""),
                attempt.fault().orElse(""));
    }

    private static String result(Attempt attempt) {
        if (attempt.duration().isEmpty()) {
            return "(under way)";
        } else if (attempt.status() == 0) {
            return "no response";
        }
        return attempt.error().map(error -> attempt.status() + " " + error).orElse(String.valueOf(attempt.status()));
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / NANOS_OF_A_MILLISECOND);
    }

    private static String sentence(Walk walk) {
        String sentence = String.format(
                Locale.ROOT,
                "walk of %s: %d %s with %d %s, %s",
                walk.caseId(),
                walk.pages(),
                walk.pages() == 1 ? "page" : "pages",
                walk.events(),
                walk.events() == 1 ? "event" : "events",
                walk.complete() ? "to the end" : "not to the end");
        return walk.findings().isEmpty() ? sentence : sentence + "; " + String.join("; ", walk.findings());
    }

    private static Stream<String> aligned(List<List<String>> rows) {
        int[] widths = IntStream.range(0, TITLES.size())
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing());
    }
}
