package dev.casesaudit.junit;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers, booleans and null as JSON. */
final class Json {

    private static final int FIRST_PRINTABLE = 0x20;

    private Json() {}

    /** Writes a value. Doubles that JSON does not have are strings, as in the operation. */
    static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(@Nullable Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> object) {
            String separator = "{";
            for (Map.Entry<?, ?> member : object.entrySet()) {
                json.append(separator);
                writeString(String.valueOf(member.getKey()), json);
                json.append(':');
                write(member.getValue(), json);
                separator = ",";
            }
            json.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            String separator = "[";
            for (Object item : list) {
                json.append(separator);
                write(item, json);
                separator = ",";
            }
            json.append(separator.equals("[") ? "[]" : "]");
        } else if (value == null || value instanceof Boolean || (value instanceof Number number && isFinite(number))) {
            json.append(value);
        } else {
            writeString(value.toString(), json);
        }
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
    }

    private static void writeString(String string, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < string.length(); i++) {
            char next = string.charAt(i);
            if (next == '"' || next == '\\') {
                json.append('\\').append(next);
            } else if (next < FIRST_PRINTABLE || Character.isSurrogate(next)) {
                // Half a surrogate pair would not survive the encoding.
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
            } else {
                json.append(next);
            }
        }
        json.append('"');
    }
}
