package dev.casesaudit.conformance.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the values of sensitive members in text. It does not parse the text, since broken JSON, JSON within a string
 * and other formats must not show them either. The rest of the text stays unchanged.
 */
final class SensitiveValueMask {

    private static final String QUOTE = "\\\\*[\"']";

    private final Pattern inBodies;
    private final Pattern inSentences;

    SensitiveValueMask(Collection<String> members) {
        String names = members.stream().map(SensitiveValueMask::spelt).collect(Collectors.joining("|"));
        // A member without a name would mask everything.
        String name = names.isEmpty() ? "(?!)" : "(?:" + names + ")";
        inBodies = pattern(name + "(?<quote>" + QUOTE + ")?(?<sign>\\s*[:=>]\\s*)");
        // Unlike a body, a sentence of the kit can continue after the name and a colon.
        inSentences = pattern(name + "(?:(?<quote>" + QUOTE + ")(?<sign>\\s*[:=>]\\s*)|(?<sign2>=|:(?!\\s)|>))");
    }

    /** Masks the values in a body or header. */
    String maskedBody(String body) {
        // In UTF-16, every other byte is NUL.
        boolean padded = body.indexOf('\0') >= 0 && names(body.replace("\0", "")) > names(body);
        return padded ? SecretMask.MASK : masked(inBodies, body, value -> {});
    }

    /** Masks the values in a sentence of the kit. */
    String maskedSentence(String sentence) {
        return masked(inSentences, sentence, value -> {});
    }

    /** Returns the values in a body. */
    List<String> in(String body) {
        List<String> values = new ArrayList<>();
        masked(inBodies, body, values::add);
        return values;
    }

    private static String masked(Pattern pattern, String text, Consumer<String> found) {
        StringBuilder result = new StringBuilder();
        Matcher name = pattern.matcher(text);
        int copied = 0;
        while (name.find(copied)) {
            boolean element = name.group().strip().endsWith(">");
            if (element && text.startsWith("/", name.start() - 1)) {
                result.append(text, copied, name.end());
                copied = name.end();
                continue;
            }
            Value value = Value.at(text, name.end(), name.group("quote") != null, element);
            result.append(text, copied, name.end()).append(value.shown(text));
            if (!value.harmless(text)) {
                found.accept(text.substring(value.start(), value.end()));
            }
            copied = value.next();
        }
        return result.append(text, copied, text.length()).toString();
    }

    private long names(String body) {
        return inBodies.matcher(body).results().count();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    // In whatever case, with its letters escaped as JSON allows, and in the spelling of other languages. A run of
    // backslashes is looked at from its start alone: from each of them, a long one would take the square of its length.
    private static String spelt(String member) {
        return member.chars()
                .mapToObj(letter -> String.format(
                        Locale.ROOT,
                        "%s(?:%s|(?<!\\\\)\\\\++u%04x)",
                        Character.isUpperCase(letter) ? "[_-]?" : "",
                        Pattern.quote(Character.toString(letter).toLowerCase(Locale.ROOT)),
                        letter))
                .collect(Collectors.joining());
    }

    /**
     * The place of a value.
     *
     * @param next the position after the value
     * @param delimiter the quotes around a string
     * @param mask the replacement
     */
    private record Value(int start, int end, int next, String delimiter, String mask) {

        private static final Pattern OPENING = Pattern.compile(QUOTE);
        private static final String SCALAR_ENDS = ",;&)]}<>\"'\n";

        static Value at(String text, int start, boolean named, boolean element) {
            Matcher opening = OPENING.matcher(text).region(start, text.length());
            if (element) {
                return bare(start, endOf(text, start, "<"), SecretMask.MASK);
            }
            if (opening.lookingAt()) {
                int end = endOfString(text, opening.end(), opening.group());
                int next = Math.min(text.length(), end + opening.group().length());
                return new Value(opening.end(), end, next, opening.group(), SecretMask.MASK);
            }
            boolean nested = start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
            int end = nested ? endOfNested(text, start) : endOf(text, start, SCALAR_ENDS);
            return bare(start, end, named ? "\"" + SecretMask.MASK + "\"" : SecretMask.MASK);
        }

        /** A missing value or null is not a secret. */
        boolean harmless(String text) {
            String value = text.substring(start, end).strip();
            return value.isEmpty() || value.equals("null");
        }

        String shown(String text) {
            return harmless(text) ? text.substring(start - delimiter.length(), next) : delimiter + mask + delimiter;
        }

        private static Value bare(int start, int end, String mask) {
            return new Value(start, end, end, "", mask);
        }

        private static int endOf(String text, int start, String ends) {
            int end = start;
            while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end;
        }

        // In JSON within a JSON string, quotes are escaped, and escaped quotes twice.
        private static int endOfString(String text, int start, String delimiter) {
            int depth = delimiter.length() - 1;
            char quote = delimiter.charAt(depth);
            int backslashes = 0;
            for (int at = start; at < text.length(); at++) {
                char next = text.charAt(at);
                boolean closes = backslashes < depth || backslashes % (2 * (depth + 1)) == depth;
                if (next == quote && closes) {
                    return at - Math.min(backslashes, depth);
                }
                backslashes = next == '\\' ? backslashes + 1 : 0;
            }
            return text.length();
        }

        private static int endOfNested(String text, int start) {
            int depth = 0;
            for (int at = start; at < text.length(); at++) {
                char next = text.charAt(at);
                if (next == '"') {
                    at = endOfString(text, at + 1, "\"");
                } else if (next == '{' || next == '[') {
                    depth++;
                } else if (next == '}' || next == ']') {
                    depth--;
                }
                if (depth == 0) {
                    return Math.min(text.length(), at + 1);
                }
            }
            return text.length();
        }
    }
}
