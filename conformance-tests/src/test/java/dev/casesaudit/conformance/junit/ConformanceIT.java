package dev.casesaudit.conformance.junit;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.KnownFailuresReader;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.target.ProfileReader;
import dev.casesaudit.conformance.target.TargetProfile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the endpoint of {@code -Dconformance.endpoint}. Without it, the build skips this class. Further properties are
 * named like the options of the command line: {@code profile}, {@code known-failures}, {@code level} and {@code only}.
 */
class ConformanceIT extends ConformanceTests {

    private final Kit kit = Kit.packaged();

    @Override
    Kit kit() {
        return kit;
    }

    @Override
    protected TargetProfile target() {
        try {
            return new ProfileReader(System.getenv()).read(profile(), Map.of("endpoint", property("endpoint", "")));
        } catch (UnusableInput e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    protected Selection selection() {
        Set<String> ids = Arrays.stream(property("only", "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        for (String id : ids) {
            if (kit.catalogue().find(id).isEmpty()) {
                throw new IllegalArgumentException(
                        "-Dconformance.only: expected ids of requirements, got '%s'".formatted(id));
            }
        }
        return new Selection(ids, Set.of());
    }

    @Override
    protected KnownFailures knownFailures() {
        String file = property("known-failures", "");
        try {
            return file.isEmpty() ? KnownFailures.NONE : new KnownFailuresReader(kit.catalogue()).read(file(file));
        } catch (UnusableInput e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    protected Level failAt() {
        String level = property("level", "must");
        return switch (level) {
            case "must" -> Level.MUST;
            case "should" -> Level.SHOULD;
            default ->
                throw new IllegalArgumentException(
                        "-Dconformance.level: expected must or should, got '%s'".formatted(level));
        };
    }

    private static String profile() {
        String profile = property("profile", "mock");
        return ProfileReader.BUILT_IN.contains(profile)
                ? profile
                : file(profile).toString();
    }

    private static Path file(String name) {
        return Path.of(property("directory", "")).resolve(name);
    }

    private static String property(String name, String otherwise) {
        return System.getProperty("conformance." + name, otherwise);
    }
}
