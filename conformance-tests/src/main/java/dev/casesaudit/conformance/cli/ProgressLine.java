package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.report.Printable;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.text.Words;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the progress of a run: on a terminal in a line that is overwritten, elsewhere in a line for each area. */
final class ProgressLine implements Progress {

    private static final String CLEAR = "\r\u001b[K";

    // Longer lines would wrap, and cannot be overwritten.
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final boolean animated;
    private final Map<ResultStatus, Integer> inArea = new EnumMap<>(ResultStatus.class);
    private String area = "";

    ProgressLine(PrintWriter err, boolean animated) {
        this.err = err;
        this.animated = animated;
    }

    void begin(String what) {
        if (animated) {
            show(what);
        } else {
            err.println(what);
        }
    }

    /** Shows how many events of a case were read. */
    void read(String caseId, long events) {
        if (animated) {
            show(String.format(Locale.ROOT, "%s: %s", caseId, Words.count(events, "event")));
        }
    }

    @Override
    public void tried(int done, int total, String id, ResultStatus status) {
        if (animated) {
            show(String.format(Locale.ROOT, "%d of %d  %s", done, total, id));
            return;
        }
        String of = id.substring(0, id.indexOf('-'));
        if (!of.equals(area)) {
            endArea();
            area = of;
        }
        inArea.merge(status, 1, Integer::sum);
        if (done == total) {
            endArea();
        }
    }

    // From the thread of a shutdown hook as well.
    @Override
    public synchronized void warned(String message) {
        end();
        err.printf(Locale.ROOT, "%s: %s%n", Main.NAME, Printable.line(message));
    }

    /** Removes the line, so that the report can start there. */
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
