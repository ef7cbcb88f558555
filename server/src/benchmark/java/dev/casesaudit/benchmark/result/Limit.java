package dev.casesaudit.benchmark.result;

/** The limit of a figure. */
public record Limit(Side side, double value) {

    public static Limit atLeast(double value) {
        return new Limit(Side.AT_LEAST, value);
    }

    public static Limit atMost(double value) {
        return new Limit(Side.AT_MOST, value);
    }

    boolean isMetBy(double figure) {
        return side == Side.AT_LEAST ? figure >= value : figure <= value;
    }

    /** Returns the limit with its sign, in the unit of the figure. */
    public String text(String unit) {
        return side.sign + " " + Series.text(value, unit);
    }

    /** Whether it is an upper or a lower limit. */
    public enum Side {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }
}
