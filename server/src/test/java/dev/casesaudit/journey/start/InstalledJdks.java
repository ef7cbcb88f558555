package dev.casesaudit.journey.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the JDKs of this machine: the running one, its neighbours, and those in environment variables. */
final class InstalledJdks {

    private static final Pattern VARIABLE = Pattern.compile("JAVA_HOME(_\\d+.*)?");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"?(?<version>(?<feature>\\d+)[^\"]*)\"?");

    private InstalledJdks() {}

    /** Returns each JDK once, the running one first. */
    static List<Jdk> find(Path running, Map<String, String> environment) {
        Stream<Path> named = environment.entrySet().stream()
                .filter(variable -> VARIABLE.matcher(variable.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .map(Path::of);
        return Stream.of(Stream.of(running), neighbours(running), named)
                .flatMap(homes -> homes)
                .map(InstalledJdks::at)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Chooses one JDK for each Java that the mock is promised to run on: the oldest, the newest LTS, the running one. */
    static List<Jdk> promised(List<Jdk> found) {
        List<Jdk> chosen = new ArrayList<>(found.subList(0, Math.min(1, found.size())));
        for (List<Integer> anyOf : List.of(List.of(17), List.of(25, 21))) {
            anyOf.stream()
                    .flatMap(feature -> found.stream().filter(jdk -> jdk.feature() == feature))
                    .findFirst()
                    .filter(jdk -> chosen.stream().noneMatch(other -> other.feature() == jdk.feature()))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private static Stream<Path> neighbours(Path home) {
        Path folder = home.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Folders that are no JDK, such as those a distribution keeps the sources in, have no release file or no java.
    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        try {
            Path real = home.toRealPath();
            return Files.readAllLines(release).stream()
                    .map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .map(found -> new Jdk(real, Integer.parseInt(found.group("feature")), found.group("version")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param feature such as 17 for 17.0.15 */
    record Jdk(Path home, int feature, String version) {}
}
