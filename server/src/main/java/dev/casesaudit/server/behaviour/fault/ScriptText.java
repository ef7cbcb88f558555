package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.json.Utf8;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The tokens of a script. Blanks before a token are skipped. */
final class ScriptText {

    private static final String VALUE = "a value, in quotes where it holds any of , ( ) \"";

    private final String text;
    private int at;

    ScriptText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        skip(ScriptText::isBlank);
        return at == text.length();
    }

    boolean startsWith(char sign) {
        return !atEnd() && text.charAt(at) == sign;
    }

    boolean startsWithDigit() {
        return !atEnd() && isDigit(text.charAt(at));
    }

    /** Skips this character if it is next. */
    boolean take(char sign) {
        boolean found = startsWith(sign);
        at += found ? 1 : 0;
        return found;
    }

    void require(char sign, String expected) {
        if (!take(sign)) {
            throw unexpected(expected);
        }
    }

    /** Returns a name or an unsigned whole number. */
    Word word(String expected) {
        return word(ScriptText::isNamePart, expected);
    }

    Word number(String expected) {
        return word(c -> isDigit(c) || c == '.', expected);
    }

    /**
     * Returns a name that this character follows, and skips both; empty, without skipping anything, if the text
     * differs.
     */
    Optional<Word> nameBefore(char sign) {
        skip(ScriptText::isBlank);
        int start = at;
        int position = position();
        skip(ScriptText::isNamePart);
        Word name = new Word(text.substring(start, at), position);
        if (!name.text().isEmpty() && take(sign)) {
            return Optional.of(name);
        }
        at = start;
        return Optional.empty();
    }

    /** Returns a value: quoted, or up to a delimiter. */
    Word value() {
        if (startsWith('"')) {
            return quoted();
        }
        Word found = word(c -> ",()\"".indexOf(c) < 0 && !Character.isISOControl(c), VALUE);
        return encodable(new Word(found.text().strip(), found.position()));
    }

    private Word quoted() {
        int position = position();
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (Character.isISOControl(text.charAt(at))) {
                throw unexpected("a control character written as \\n, \\r, \\t or \\u and four hexadecimal digits");
            }
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        require('"', "a quote at the end of the value");
        return encodable(new Word(value.toString(), position));
    }

    // Leaves the position at the last character of the escape.
    private char escaped() {
        at++;
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw unexpected("one of \" \\ n r t u after a backslash");
        };
    }

    private char hexadecimal() {
        int first = at + 1;
        for (int digit = 0; digit < 4; digit++) {
            at++;
            if (at == text.length() || !HexFormat.isHexDigit(text.charAt(at))) {
                throw unexpected("four hexadecimal digits after \\u");
            }
        }
        return (char) HexFormat.fromHexDigits(text, first, at + 1);
    }

    private static Word encodable(Word value) {
        if (!Utf8.isEncodable(value.text())) {
            throw new FaultScriptException(value.position(), "Unicode text", "half of a surrogate pair");
        }
        return value;
    }

    private Word word(IntPredicate belongs, String expected) {
        skip(ScriptText::isBlank);
        int start = at;
        int position = position();
        skip(belongs);
        if (at == start) {
            throw unexpected(expected);
        }
        return new Word(text.substring(start, at), position);
    }

    private void skip(IntPredicate belongs) {
        while (at < text.length() && belongs.test(text.charAt(at))) {
            at++;
        }
    }

    FaultScriptException unexpected(String expected) {
        return new FaultScriptException(position(), expected, next());
    }

    private String next() {
        if (at >= text.length()) {
            return "the end";
        }
        int c = text.codePointAt(at);
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                ? String.format(Locale.ROOT, "U+%04X", c)
                : String.format(Locale.ROOT, "'%s'", Character.toString(c));
    }

    private int position() {
        return text.codePointCount(0, Math.min(at, text.length())) + 1;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isNamePart(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
