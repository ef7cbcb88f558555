package dev.casesaudit.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each target handles the inputs that fuzzing started from, and those that it once found. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    @TestFactory
    Stream<DynamicTest> isHandled() throws IOException {
        return Stream.of(
                        each("Token", TokenTarget::fuzzerTestOneInput),
                        each("Request", RequestTarget::fuzzerTestOneInput),
                        each("Fixture", FixtureTarget::fuzzerTestOneInput),
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
                        name + ": " + input.getFileName(), () -> target.fuzzerTestOneInput(Files.readAllBytes(input))));
    }

    /** The entry point of Jazzer. */
    private interface Target {
        void fuzzerTestOneInput(byte[] input) throws IOException;
    }
}
