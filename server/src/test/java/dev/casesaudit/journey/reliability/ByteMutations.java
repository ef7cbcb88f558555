package dev.casesaudit.journey.reliability;

import java.util.List;

/** Edits bytes without regard to their meaning. */
final class ByteMutations {

    private static final List<String> AWKWARD = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            " ",
            ":",
            "0",
            "-1",
            "%",
            "\0",
            "\u00FF",
            "\u00C0\u0080",
            "\u00ED\u00A0\u0080",
            "\u00F4\u0090\u0080\u0080",
            "\u00EF\u00BB\u00BF");

    private ByteMutations() {}

    /** One edit. */
    static String edit(String bytes, RandomChoices draws) {
        int at = draws.upTo(bytes.length());
        int end = Math.min(bytes.length(), at + 1 + draws.below(draws.oneIn(4) ? 64 : 4));
        return switch (draws.below(6)) {
            case 0 -> replaced(bytes, at, end, "");
            case 1 -> replaced(bytes, at, at, bytes.substring(at, end));
            case 2 -> replaced(bytes, at, at, draws.of(AWKWARD));
            case 3 -> replaced(bytes, at, end, draws.of(AWKWARD));
            case 4 -> bytes.substring(0, at);
            default -> at == bytes.length() ? bytes : replaced(bytes, at, at + 1, flipped(bytes.charAt(at), draws));
        };
    }

    /** The first part of one and the last of another. */
    static String splice(String first, String second, RandomChoices draws) {
        int at = draws.upTo(first.length());
        int from = draws.oneIn(2) ? Math.min(at, second.length()) : draws.upTo(second.length());
        return first.substring(0, at) + second.substring(from);
    }

    private static String replaced(String bytes, int from, int to, String by) {
        return bytes.substring(0, from) + by + bytes.substring(to);
    }

    private static String flipped(char one, RandomChoices draws) {
        return String.valueOf((char) (draws.oneIn(2) ? draws.below(256) : one ^ (1 << draws.below(8))));
    }
}
