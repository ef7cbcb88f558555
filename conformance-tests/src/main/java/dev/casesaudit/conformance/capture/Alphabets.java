package dev.casesaudit.conformance.capture;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The alphabet of each code point of a text: the code points that may take its place. They have the same kind, script
 * and length in UTF-8 and UTF-16, so that the text keeps its shape and any constraint on its length or pattern.
 */
final class Alphabets {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");

    private static final int[] STAYS = {};
    private static final int[][] WORDS =
            ascii("0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // The punctuation that the pattern of custom entities allows, and all other.
    private static final int[][] PUNCTUATION = ascii("-./:@_", "!\"#$%&'()*+,;<=>?[\\]^`{|}~");

    private static final int[][] LOWER_HEX = ascii("0123456789abcdef");
    private static final int[][] UPPER_HEX = ascii("0123456789ABCDEF");

    private Alphabets() {}

    /**
     * Returns the alphabet of each code point, sorted; an empty one for a code point that stays. White space stays, and ASCII punctuation
     * beside anything else.
     */
    static int[][] of(String text) {
        int[][] words = UUID.matcher(text).matches()
                ? text.chars().anyMatch(Character::isLowerCase) ? LOWER_HEX : UPPER_HEX
                : WORDS;
        int[][] alphabets = of(text, words);
        return Stream.of(alphabets).allMatch(one -> one.length == 0) ? of(text, PUNCTUATION) : alphabets;
    }

    private static int[][] of(String text, int[][] ascii) {
        return text.codePoints()
                .mapToObj(point -> point < ascii.length ? ascii[point] : Unicode.of(point))
                .toArray(int[][]::new);
    }

    private static int[][] ascii(String... alphabets) {
        int[][] table = new int[0x80][];
        Arrays.fill(table, STAYS);
        for (String alphabet : alphabets) {
            int[] points = alphabet.codePoints().sorted().toArray();
            for (int point : points) {
                table[point] = points;
            }
        }
        return table;
    }

    /** The alphabets beyond ASCII. Made on demand, since most texts do not need them. */
    private static final class Unicode {

        // A mask by one of a few others would be weak. The code points of small alphabets share one.
        private static final int SMALLEST = 10;

        private static final Map<Kind, int[]> ALPHABETS = alphabets();

        private record Kind(UnicodeScript script, int type, int utf8Length) {

            static Kind of(int point) {
                int length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                return new Kind(UnicodeScript.of(point), Character.getType(point), length);
            }

            Kind rest() {
                return new Kind(UnicodeScript.UNKNOWN, -1, utf8Length);
            }
        }

        static int[] of(int point) {
            Kind kind = Kind.of(point);
            return isMasked(point) ? ALPHABETS.getOrDefault(kind, ALPHABETS.getOrDefault(kind.rest(), STAYS)) : STAYS;
        }

        private static boolean isMasked(int point) {
            return switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            };
        }

        private static Map<Kind, int[]> alphabets() {
            Map<Kind, List<Integer>> found = new HashMap<>();
            IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                    .filter(Unicode::isMasked)
                    .forEach(point -> found.computeIfAbsent(Kind.of(point), kind -> new ArrayList<>())
                            .add(point));
            Map<Kind, List<Integer>> shared = new HashMap<>();
            found.forEach((kind, points) -> shared.computeIfAbsent(
                            points.size() < SMALLEST ? kind.rest() : kind, one -> new ArrayList<>())
                    .addAll(points));
            Map<Kind, int[]> alphabets = new HashMap<>();
            shared.forEach((kind, points) -> alphabets.put(
                    kind, points.stream().mapToInt(Integer::intValue).sorted().toArray()));
            return alphabets;
        }
    }
}
