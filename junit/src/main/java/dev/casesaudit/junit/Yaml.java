package dev.casesaudit.junit;

import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML, and JSON, which is YAML. The build moves the library into this package. */
final class Yaml {

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7e]");

    // The default protects against untrusted input; this is the user's own, and the mock's.
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private Yaml() {}

    /** @throws IllegalArgumentException if it is no JSON */
    static @Nullable Object readJson(String json) {
        // Characters that JSON allows in strings, and YAML only as escapes.
        String ascii = NOT_ASCII
                .matcher(json)
                .replaceAll(match -> String.format(
                        Locale.ROOT,
                        match.group().length() == 1 ? "\\\\u%04x" : "\\\\U%08x",
                        match.group().codePointAt(0)));
        try {
            return new Load(SETTINGS).loadFromString(ascii);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("expected JSON, got " + json + ": " + e.getMessage(), e);
        }
    }

    /** @throws YamlEngineException if it is no YAML */
    static Iterable<@Nullable Object> readAll(InputStream documents) {
        return new Load(SETTINGS).loadAllFromInputStream(documents);
    }
}
