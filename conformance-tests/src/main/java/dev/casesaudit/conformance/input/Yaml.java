package dev.casesaudit.conformance.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML 1.2 with its core schema: {@code no}, {@code 1:30} and {@code 2026-01-31} are strings. */
public final class Yaml {

    private Yaml() {}

    /** Returns the document as JSON. An empty text is {@code null}. */
    public static JsonNode parse(String text) throws InvalidYaml {
        // The library's reader fails where a surrogate pair crosses the end of its buffer, so the buffer takes the
        // whole text.
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(text.length() + 1).build();
        StreamReader reader = new StreamReader(settings, text);
        try {
            return new YamlDocument(new ParserImpl(settings, new TabsBetweenTokens(settings, reader))).read();
        } catch (MarkedYamlEngineException e) {
            String got = "something else: " + e.getProblem();
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw mark.isPresent() ? new InvalidYaml(mark.get(), got) : new InvalidYaml(got);
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            throw new InvalidYaml(
                    line,
                    before.length() - before.lastIndexOf('\n'),
                    String.format(Locale.ROOT, "the character U+%04X", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new InvalidYaml("something else: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason"));
        } catch (IllegalArgumentException e) {
            // The library has no exception of its own for an escape beyond U+10FFFF.
            throw new InvalidYaml("an escape that is no character");
        }
    }
}
