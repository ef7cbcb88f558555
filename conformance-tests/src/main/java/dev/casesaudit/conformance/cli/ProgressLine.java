package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.ResultStatus;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how a run goes: in one line that is written over on a terminal, elsewhere in a line for each area. */
final class ProgressLine implements Progress {

    private static final String CLEAR = "\r\u001b[K";

    // Longer lines would wrap, and what wraps is not written over.
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final boolean animated;
    private final Map<ResultStatus, Integer> inArea = new EnumMap<>(ResultStatus.class);
    private String area = "";

    ProgressLine(PrintWriter err, boolean animated) {
        this.err = err;
        this.animated = animated;
    }

    /** Says what is about to happen. */
    void begin(String what) {
        if (animated) {
            show(what);
        } else {
            err.println(what);
        }
    }

    @Override
    public void tried(int done, int total, String id, ResultStatus standing) {
        if (animated) {
            show(String.format(Locale.ROOT, "%d of %d  %s", done, total, id));
            return;
        }
        String of = id.substring(0, id.indexOf('-'));
        if (!of.equals(area)) {
            endArea();
            area = of;
        }
        inArea.merge(standing, 1, Integer::sum);
        if (done == total) {
            endArea();
        }
    }

    /** Leaves the place to the report. */
    void end() {
        if (animated) {
            err.print(CLEAR);
            err.flush();
        }
    }

    private void show(String text) {
        err.print(CLEAR + text.substring(0, Math.min(text.length(), WIDTH)));
        err.flush();
    }

    private void endArea() {
        if (!inArea.isEmpty()) {
            String counts = inArea.entrySet().stream()
                    .map(entry -> String.format(
                            Locale.ROOT,
                            "%d %s",
                            entry.getValue(),
                            entry.getKey().label()))
                    .collect(Collectors.joining(", "));
            err.printf(Locale.ROOT, "%-10s  %s%n", area, counts);
        }
        inArea.clear();
    }
}
