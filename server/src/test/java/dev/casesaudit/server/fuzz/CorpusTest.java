package dev.casesaudit.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each target handles the inputs that fuzzing started from, those that it once found, and random edits of them. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");
    private static final int EDITED = Integer.getInteger("fuzz.edited", 10);

    @TestFactory
    Stream<DynamicTest> isHandled() throws IOException {
        return Stream.of(
                        each("Token", TokenTarget::fuzzerTestOneInput),
                        each("Request", RequestTarget::fuzzerTestOneInput),
                        each("Fixture", FixtureTarget::fuzzerTestOneInput),
                        each("Recording", RecordingTarget::fuzzerTestOneInput),
                        each("Script", ScriptTarget::fuzzerTestOneInput),
                        each("Behaviour", BehaviourTarget::fuzzerTestOneInput))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> each(String name, Target target) throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(CORPUS.resolve(name))) {
            inputs = files.sorted().toList();
        }
        assertThat(inputs).isNotEmpty();
        return inputs.stream()
                .map(input -> dynamicTest(
                        name + ": " + input.getFileName(), () -> handle(Files.readAllBytes(input), target)));
    }

    private static void handle(byte[] input, Target target) throws IOException {
        target.fuzzerTestOneInput(input);
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (int seed = 0; seed < EDITED; seed++) {
            String edited = edited(text, new SplittableRandom(seed));
            try {
                target.fuzzerTestOneInput(edited.getBytes(StandardCharsets.ISO_8859_1));
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError(String.format(Locale.ROOT, "edit %d: %s", seed, edited), e);
            }
        }
    }

    /** Drops, repeats or moves some pieces of a text. */
    private static String edited(String text, SplittableRandom random) {
        String edited = text;
        for (int edits = 1 + random.nextInt(3); edits > 0 && !edited.isEmpty(); edits--) {
            int from = random.nextInt(edited.length());
            int to = Math.min(edited.length(), from + 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 3));
            int other = random.nextInt(edited.length());
            String moved = edited.substring(other, Math.min(edited.length(), other + to - from));
            String before = edited.substring(0, from);
            edited = switch (random.nextInt(4)) {
                case 0 -> before + edited.substring(to);
                case 1 -> before + edited.substring(from, to) + edited.substring(from);
                case 2 -> before + (char) random.nextInt(256) + edited.substring(to);
                default -> before + moved + edited.substring(to);
            };
        }
        return edited;
    }

    /** The entry point of Jazzer. */
    private interface Target {
        void fuzzerTestOneInput(byte[] input) throws IOException;
    }
}
