package dev.casesaudit.journey.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Edits of JSON that mostly leave it JSON: of its values, names and structure. */
final class JsonMutations {

    // Strings, numbers, words and signs, each a piece that can be dropped, repeated or become another.
    private static final Pattern PIECE = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|[a-z]+|[\\[\\]{}:,]", Pattern.DOTALL);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "25",
            "26",
            "-1",
            "1.0",
            "1.5",
            "1e2",
            "1E400",
            "1e-400",
            "2147483648",
            "9223372036854775808",
            "9".repeat(400),
            "0." + "0".repeat(400) + "1",
            "01",
            "NaN",
            "\"\"",
            "\"25\"",
            "\"NaN\"",
            "\"-Infinity\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"\\ude00\\ud83d\"",
            "\"\uD83D\uDE00\"",
            "\"" + "x".repeat(501) + "\"",
            "\"" + "\uD83D\uDE00".repeat(4101) + "\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59-18:00\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"0001-01-01T00:00:00+18:00\"",
            "\"1ms\"",
            "\"latency(1ms..2ms)*1000000\"",
            "\"0.0000001% Throttling*forever; seed=-9223372036854775808\"",
            "\"tokens-expire(1ms), tokens-once\"",
            "\"illegal-endless\"",
            "\"all\"",
            "[]",
            "{}",
            "[null]",
            "{\"\":null}",
            "{\"__type\":\"x\"}",
            "/* */",
            "'x'");

    private JsonMutations() {}

    /** One edit; of bytes as bytes where there is nothing like JSON. */
    static String edit(String body, RandomChoices draws) {
        String text = Bytes.text(body);
        List<MatchResult> pieces = text.length() > 20_000
                ? List.of()
                : PIECE.matcher(text).results().toList();
        if (pieces.isEmpty() || draws.oneIn(5)) {
            return body.isEmpty() ? Bytes.ofText(draws.of(VALUES)) : ByteMutations.edit(body, draws);
        }
        MatchResult piece = draws.of(pieces);
        String edited = switch (draws.below(10)) {
            case 0 -> replaced(text, piece, "");
            case 1 -> replaced(text, piece, piece.group() + piece.group());
            case 2 -> replaced(text, piece, piece.group() + "," + piece.group());
            case 3 -> replaced(text, piece, draws.of(pieces).group());
            case 4 -> nested(text, piece, draws);
            case 5 -> doubled(text);
            default -> replaced(text, valueNear(piece, pieces, draws), draws.of(VALUES));
        };
        return Bytes.ofText(edited);
    }

    private static MatchResult valueNear(MatchResult piece, List<MatchResult> pieces, RandomChoices draws) {
        List<MatchResult> values = new ArrayList<>();
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i - 1).group().equals(":")) {
                values.add(pieces.get(i));
            }
        }
        return values.isEmpty() ? piece : draws.of(values);
    }

    private static String nested(String text, MatchResult piece, RandomChoices draws) {
        int depth = draws.oneIn(20) ? 10_000 : draws.oneIn(3) ? 1_001 : 3;
        return draws.oneIn(2)
                ? replaced(text, piece, "[".repeat(depth) + piece.group() + "]".repeat(depth))
                : replaced(text, piece, "{\"a\":".repeat(depth) + piece.group() + "}".repeat(depth));
    }

    // The same member a second time, each of them.
    private static String doubled(String text) {
        int inner = text.lastIndexOf('}');
        return text.startsWith("{") && inner > 1
                ? text.substring(0, inner) + "," + text.substring(1, inner) + text.substring(inner)
                : text + text;
    }

    private static String replaced(String text, MatchResult piece, String by) {
        return text.substring(0, piece.start()) + by + text.substring(piece.end());
    }
}
