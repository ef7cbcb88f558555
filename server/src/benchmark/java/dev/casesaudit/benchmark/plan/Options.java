package dev.casesaudit.benchmark.plan;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What is to be measured, and how long.
 *
 * @param round how long a load lasts
 * @param warmUp how long a load lasts that warms a server up
 * @param sections the names of those that are to be measured
 * @param events of the large history
 * @param megabytes of fixture files
 * @param java the home of the Java that runs what is measured
 * @param isRecorded whether the results are appended to docs/benchmarks
 */
public record Options(
        int rounds,
        Duration round,
        Duration warmUp,
        List<String> sections,
        int events,
        int megabytes,
        Path java,
        boolean isRecorded) {

    public Options {
        sections = List.copyOf(sections);
    }

    /**
     * Reads the options from properties such as {@code benchmark.rounds}.
     *
     * @throws NotReady if one has an invalid value
     */
    public static Options of(Properties properties, List<String> allSections) {
        Settings read = new Settings(properties);
        boolean isSmoke = read.oneOf("form", List.of("full", "smoke")).equals("smoke");
        int seconds = read.number("seconds", isSmoke ? 1 : 4);
        return new Options(
                read.number("rounds", isSmoke ? 1 : 5),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(isSmoke ? 1 : 4),
                read.names("sections", allSections),
                read.number("events", isSmoke ? 20_000 : 1_000_000),
                read.number("megabytes", isSmoke ? 4 : 100),
                read.javaHome(),
                read.oneOf("record", isSmoke ? List.of("false", "true") : List.of("true", "false"))
                        .equals("true"));
    }

    /** Returns the feature version of the measured JDK. */
    public int javaFeature() {
        return Runtime.Version.parse(javaRelease("JAVA_VERSION")).feature();
    }

    /** Returns an entry of the JDK's release file; empty if it is missing. */
    public String javaRelease(String key) {
        Properties release = new Properties();
        try (Reader text = Files.newBufferedReader(java.resolve("release"))) {
            release.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return release.getProperty(key, "").replace("\"", "");
    }

    /** An empty property counts as unset, because Maven passes all of them on. */
    private record Settings(Properties properties) {

        String text(String key, String otherwise) {
            String value = properties.getProperty("benchmark." + key, "").strip();
            return value.isEmpty() ? otherwise : value;
        }

        String oneOf(String key, List<String> choices) {
            String value = text(key, choices.get(0));
            if (!choices.contains(value)) {
                throw refused(key, "one of " + String.join(", ", choices), value);
            }
            return value;
        }

        List<String> names(String key, List<String> all) {
            List<String> names = Arrays.stream(text(key, String.join(",", all)).split(",", -1))
                    .map(String::strip)
                    .toList();
            names.stream().filter(name -> !all.contains(name)).findFirst().ifPresent(name -> {
                throw refused(key, "some of " + String.join(", ", all), name);
            });
            return names;
        }

        int number(String key, int otherwise) {
            String value = text(key, String.valueOf(otherwise));
            if (!value.matches("[1-9][0-9]{0,8}")) {
                throw refused(key, "a whole number from 1 to 999999999", value);
            }
            return Integer.parseInt(value);
        }

        Path javaHome() {
            Path home = Path.of(text("java", System.getProperty("java.home")));
            if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
                throw refused("java", "the home of a Java, with bin/java", home.toString());
            }
            return home;
        }

        private static NotReady refused(String key, String expected, String got) {
            return new NotReady("benchmark.%s: expected %s, got %s".formatted(key, expected, got));
        }
    }
}
