package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFailuresReaderTest {

    private final KnownFailuresReader reader = new KnownFailuresReader(Catalogue.parse("""
            sources: {D: {title: The reference, url: https://docs.example/}}
            requirements:
              - {id: error-has-a-name, level: MUST, statement: s, source: [D], hint: h}
              - {id: error-has-a-message, level: MUST, statement: s, source: [D], hint: h}
            """));

    @TempDir
    private Path folder;

    @Test
    void readsIdsAndReasons() throws Exception {
        Path file = file("""
                - id: error-has-a-name
                  reason: mended in the next release
                """);

        assertThat(reader.read(file).excuse("error-has-a-name")).isEqualTo("mended in the next release");
    }

    @Test
    void reportsEveryProblemWithItsPlace() throws Exception {
        Path file = file("""
                - {id: error-has-a-nmae, reason: typing}
                - {id: error-has-a-name}
                - {id: error-has-a-name, reason: twice}
                - {id: error-has-a-message, reason: " "}
                - {reason: no id, since: 2024}
                - text
                """);

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> reader.read(file))
                .satisfies(problem -> assertThat(
                                String.valueOf(problem.getMessage()).replace(file.toString(), "F"))
                        .isEqualTo("""
                        the file of known failures 'F' cannot be used, for 7 reasons:
                          F: /0/id: expected the id of a requirement such as error-has-a-name, got 'error-has-a-nmae'
                          F: /1/reason: expected a reason, got nothing
                          F: /2/id: expected each id once, got 'error-has-a-name'
                          F: /3/reason: expected a reason, got ' '
                          F: /4/since: expected one of the members id, reason, got 'since'
                          F: /4/id: expected the id of a requirement, got nothing
                          F: /5: expected an object, got 'text'"""));
    }

    @Test
    void refusesAnythingButAList() throws Exception {
        Path file = file("error-has-a-name: because\n");

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> reader.read(file))
                .withMessage(file + ": expected a list, got an object of 1 member");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("known.yaml"), content);
    }
}
