package dev.casesaudit.server.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Finds files of settings that are named but were not read: the library skips them silently. */
final class SettingFiles {

    private static final String KEY = "quarkus.config.locations";
    private static final String ENDING = ".properties";

    private SettingFiles() {}

    static List<String> unread(Config config) {
        return config.getOptionalValues(KEY, String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(location -> !isRead(location))
                .map(location -> String.format(
                        Locale.ROOT,
                        "%s: expected a file that ends in %s, or a folder of such files, got '%s'",
                        KEY,
                        ENDING,
                        location))
                .toList();
    }

    private static boolean isRead(String location) {
        try {
            URI uri = URI.create(location);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            return switch (scheme) {
                case "" -> isRead(Path.of(uri.getPath())) || isOnClassPath(uri.getPath());
                case "file" -> isRead(Path.of(uri));
                // For these the library fails by itself.
                default -> true;
            };
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    private static boolean isRead(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.isRegularFile(path) && hasSettingsName(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(SettingFiles::hasSettingsName);
        }
    }

    private static boolean hasSettingsName(Path file) {
        return file.toString().endsWith(ENDING);
    }

    private static boolean isOnClassPath(String name) {
        return name.endsWith(ENDING)
                && Thread.currentThread().getContextClassLoader().getResource(name) != null;
    }
}
