package dev.casesaudit.server.recording;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The rules that a setting names. */
public final class RecordingFile {

    private static final String SETTING = "cases.recording";

    private RecordingFile() {}

    /**
     * Returns the rules of a file; those of the mock without one.
     *
     * @throws ConfigurationException with all problems of the file
     */
    public static RecordingRules rules(Optional<String> configured) {
        if (configured.isEmpty()) {
            return RecordingRules.ofTheMock();
        }
        String name = configured.get();
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            return RecordingRules.read(file, name);
        } catch (RecordingRules.InvalidRules e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(
                    String.format(Locale.ROOT, "%s: expected a readable file, got %s", SETTING, name));
        }
    }
}
