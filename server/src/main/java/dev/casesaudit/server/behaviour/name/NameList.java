package dev.casesaudit.server.behaviour.name;

import dev.casesaudit.server.document.Quotes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a list of names strictly. */
public final class NameList {

    private NameList() {}

    /** Splits a line at its commas. A blank line has no names. */
    public static List<String> inLine(String line) {
        return line.isBlank()
                ? List.of()
                : Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    /**
     * Reads each name.
     *
     * @param expected describes a valid name
     * @param reader returns empty for an unknown name
     * @throws UnknownNameException if a name is unknown or repeated
     */
    public static <T> List<T> read(
            List<String> names, Function<String, String> expected, Function<String, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (names.indexOf(name) < i) {
                throw UnknownNameException.at(
                        i, "each name once", String.format(Locale.ROOT, "%s again", Quotes.quote(name)));
            }
            int index = i;
            read.add(reader.apply(name)
                    .orElseThrow(() -> UnknownNameException.at(index, expected.apply(name), Quotes.quote(name))));
        }
        return read;
    }
}
