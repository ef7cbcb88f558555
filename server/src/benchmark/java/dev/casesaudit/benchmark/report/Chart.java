package dev.casesaudit.benchmark.report;

import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result.Measured;
import dev.casesaudit.benchmark.result.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws a bar for the median of each quantity of a result, and a dot for each round. Bars of one unit share their
 * scale.
 */
final class Chart {

    private static final int BAR_START = 250;
    private static final int BAR_WIDTH = 360;
    private static final int WIDTH = 740;
    private static final int LINE = 28;

    private final Measured result;
    private final Map<String, Double> scales;

    private Chart(Measured result) {
        this.result = result;
        this.scales = all(result).collect(Collectors.toMap(Series::unit, series -> most(series, result), Math::max));
    }

    static String svg(Measured result) {
        return new Chart(result).draw();
    }

    private static Stream<Series> all(Measured result) {
        return Stream.concat(Stream.of(result.figure()), result.parts().stream());
    }

    private static double most(Series series, Measured result) {
        double ofRounds = series.rounds().stream().mapToDouble(Math::abs).max().orElse(1);
        double ofLimit = series.equals(result.figure())
                ? result.limit().map(Limit::value).orElse(0.0)
                : 0;
        double most = Math.max(ofRounds, ofLimit);
        return most > 0 ? most : 1;
    }

    private String draw() {
        List<Series> lines = all(result).toList();
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, lines.size() * LINE, Html.escape(inWords(lines))));
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), i * LINE, i == 0);
        }
        return svg.append("</svg>\n").toString();
    }

    private void line(StringBuilder svg, Series series, int top, boolean isFigure) {
        int middle = top + LINE / 2;
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" class=\"name\">%s</text>\n",
                BAR_START - 10, middle + 4, Html.escape(series.name())));
        svg.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>\n",
                BAR_START, top + 6, x(series, series.median()) - BAR_START, LINE - 12, isFigure ? "figure" : "part"));
        for (double round : series.rounds()) {
            svg.append(format("<circle cx=\"%.1f\" cy=\"%d\" r=\"3\"/>\n", x(series, round), middle));
        }
        if (isFigure) {
            result.limit()
                    .ifPresent(limit -> svg.append(format(
                            "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" class=\"limit\"/>\n",
                            x(series, limit.value()), top, top + LINE)));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\">%s</text>\n",
                BAR_START + BAR_WIDTH + 12, middle + 4, Html.escape(series.text())));
    }

    private double x(Series series, double value) {
        return BAR_START + BAR_WIDTH * Math.max(0, value) / scales.getOrDefault(series.unit(), 1.0);
    }

    private String inWords(List<Series> lines) {
        List<String> words = new ArrayList<>();
        lines.forEach(series -> words.add(series.name() + " " + series.text()));
        result.limit().ifPresent(limit -> words.add("limit " + result.limitText()));
        return String.join("; ", words);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
