package dev.casesaudit.benchmark.result;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One quantity, as measured in each round. */
public record Series(String name, String unit, List<Double> rounds) {

    public Series {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("%s: expected at least one round, got none".formatted(name));
        }
        rounds = List.copyOf(rounds);
    }

    /** Takes a quantity from the result of each round. */
    public static <T> Series of(String name, String unit, List<T> rounds, ToDoubleFunction<T> quantity) {
        return new Series(
                name,
                unit,
                rounds.stream().mapToDouble(quantity).mapToObj(Double::valueOf).toList());
    }

    /** A quantity that is measured once. */
    public static Series once(String name, String unit, double quantity) {
        return new Series(name, unit, List.of(quantity));
    }

    /** Divides by another series round by round, since both shared the conditions of the round. */
    public Series over(Series other, String name) {
        return new Series(
                name,
                "×",
                IntStream.range(0, rounds.size())
                        .mapToObj(i -> rounds.get(i) / other.rounds.get(i))
                        .toList());
    }

    public double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public String text() {
        return text(median(), unit);
    }

    /** Formats a quantity with its unit and about three digits. */
    static String text(double quantity, String unit) {
        double size = Math.abs(quantity);
        String format = size >= 100 || size == Math.rint(size)
                ? "%,.0f"
                : size >= 10 ? "%,.1f" : size >= 0.01 ? "%,.2f" : "%,.4f";
        return String.format(Locale.ROOT, format, quantity) + " " + unit;
    }
}
