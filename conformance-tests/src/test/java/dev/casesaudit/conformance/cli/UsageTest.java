package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.contract.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private final CommandRun shell = new CommandRun();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                 | Missing required subcommand",
                "rum                                | Unmatched argument at index 0: 'rum'",
                "run --endpont x                    | Possible solutions: --endpoint",
                "run --endpoint                     | Missing required parameter for option '--endpoint' (URL)",
                "run --endpoint ftp://x             | --endpoint: expected an absolute http or https URL",
                "run --level often                  | Invalid value for option '--level': expected must or should, got 'often'",
                "run --area pages                   | expected one of request, response, pagination, error, protocol, recording, got 'pages'",
                "run --area recording               | --area: expected --writes as well, since the checks change the target, got 'recording' without it",
                "run --writes --profile aws --region us-east-1 --domain d --case some-events=c | --writes: expected a section 'writes' in the target profile 'aws', got none",
                "run --area reponse                 | got 'reponse'; did you mean 'response'?",
                "run --only response-has-event      | --only: expected the id of a requirement, got 'response-has-event'; did you mean 'response-has-events'?",
                "run --only zzzzzzzzzzz             | got 'zzzzzzzzzzz'; see 'list' for all ids",
                "run --only response-has-events --area request | --only: expected requirements of the area that --area names, got 'response-has-events' of the area response",
                "run --rate fast                    | Invalid value for option '--rate': 'fast' is not a double",
                "run --rate -1                      | --rate: expected a number from 0 to 10000, got -1",
                "run --max-requests 0               | --max-requests: expected a whole number from 1 to 1000000, got 0",
                "run --request-timeout 10           | --request-timeout: expected a duration from 1ms to 24h",
                "run --case lang=x                  | --case lang: expected one of the roles empty,",
                "run --profile nowhere.yaml         | nowhere.yaml: expected mock, aws or a file, got nothing of that name",
                "run --known-failures nowhere.yaml  | nowhere.yaml: expected a file, got nothing of that name",
                "run more                           | Unmatched argument at index 1: 'more'",
                "fixtures --format json             | expected fixtures, wiremock or both, got 'json'",
                "explain                            | Missing required parameter: 'ID'",
                "explain fast                       | explain: expected the id of a requirement, got 'fast'; did you mean 'response-is-fast'?",
                "compare a.json                     | Missing required parameter: 'B.json'",
                "compare a.json b.json              | a.json: expected a file, got nothing of that name"
            })
    void endsWithTwoAndNamesTheProblem(String line, String problem) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");

        assertThat(shell.run(args)).isEqualTo(2);
        assertThat(shell.err()).startsWith("conformance-kit: ").contains(problem);
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "run --help", "compare -h", "--version"})
    void printsToStandardOutput(String line) {
        assertThat(shell.run(line.split(" "))).isZero();
        assertThat(shell.out()).contains("conformance-kit");
        assertThat(shell.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list --exclusions",
                "explain response-has-events",
                "coverage",
                "compare A A",
                "--help",
                "run --help",
                "init FILE",
                "schema fixtures",
                "fixtures --format fixtures --directory FILE"
            })
    void everyCommandTakesNoColor(String line, @TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("a.json"), """
                {"format": 1, "target": "t", "endpoint": "http://localhost", "contract": "abc", "observations": {}}""");
        String[] args = ("--no-color " + line)
                .replace("A", profile.toString())
                .replace("FILE", folder.resolve("new").toString())
                .split(" ");

        assertThat(shell.onATerminal().run(args)).isLessThan(2);
        assertThat(shell.out()).isNotEmpty().doesNotContain("\u001b[");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void endsWithFiveWhereTheOutputCannotBeWritten() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        int code = Main.run(new String[] {"--version"}, new PrintStream(full), new PrintStream(err), Map.of());

        assertThat(code).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("conformance-kit: the standard output cannot be written\n");
    }

    @Test
    void printsTheVersionAndTheContract() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = Main.run(
                new String[] {"--version"},
                new PrintStream(out),
                new PrintStream(new ByteArrayOutputStream()),
                Map.of());

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .matches("conformance-kit .+, contract " + Contract.read().hash());
    }

    @Test
    void coloursItsHelpOnATerminalByDefault() {
        shell.onATerminal().run("--help");
        CommandRun plain = new CommandRun().onATerminal().in(Map.of("NO_COLOR", "1"));
        plain.run("--help");

        assertThat(shell.out()).contains("\u001b[");
        assertThat(plain.out()).doesNotContain("\u001b[");
    }
}
