package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.run.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    private final CommandRun shell = new CommandRun();

    @TempDir
    private Path folder;

    @Test
    void endsWithZeroWhereEveryMustHolds() throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            assertThat(shell.run("run", "--endpoint", endpoint.url() + "/")).isZero();

            assertThat(shell.out()).contains("CONFORMANT (exit code 0)");
            assertThat(shell.err())
                    .contains("Judging %s as 'mock'".formatted(endpoint.url()), "response    1 passed, 1 failed");
        }
    }

    @Test
    void endsWithOneWhereAShouldFailsAndIsAskedFor() throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            assertThat(shell.run("run", "--endpoint", endpoint.url(), "--level", "should"))
                    .isEqualTo(1);
        }
    }

    @Test
    void endsWithOneWhereAMustFails() throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.with(() -> CommandRun.kit("response-has-events"));

            assertThat(shell.run("run", "--endpoint", endpoint.url())).isEqualTo(1);
        }
    }

    @Test
    void triesOnlySelectedRequirements() throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.with(() -> CommandRun.kit("request-max-results-is-bounded"));

            assertThat(shell.run(
                            "run",
                            "--endpoint",
                            endpoint.url(),
                            "--only",
                            "response-has-events",
                            "response-is-fast",
                            "--area=response"))
                    .isZero();
            assertThat(shell.out()).contains("response    2 passed").doesNotContain("request  ");
        }
    }

    @Test
    void excusesAKnownFailureAndRefusesAStaleOne() throws IOException {
        Path known = Files.writeString(folder.resolve("known.yaml"), "- {id: response-has-events, reason: ours}\n");
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            String[] args = {"run", "--endpoint", endpoint.url(), "--known-failures", known.toString()};

            assertThat(new CommandRun()
                            .with(() -> CommandRun.kit("response-has-events"))
                            .run(args))
                    .isZero();
            assertThat(new CommandRun().with(CommandRun::kit).run(args)).isEqualTo(1);
        }
    }

    @Test
    void writesReportsIntoAFolderThatItMakes() throws IOException {
        Path reports = folder.resolve("a/b");
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.run("run", "--endpoint", endpoint.url(), "--report-dir", reports.toString());
        }

        assertThat(reports)
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**junit.xml")
                .isDirectoryContaining("glob:**profile.json");
        assertThat(shell.err()).contains("The reports are in " + reports);
    }

    @Test
    void addsASummaryWhereTheEnvironmentWantsOne() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "# Build\n");
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.in(Map.of("GITHUB_STEP_SUMMARY", summary.toString())).run("run", "--endpoint", endpoint.url());
        }

        assertThat(summary).content().startsWith("# Build\n").contains("response-is-fast");
    }

    @ParameterizedTest
    @CsvSource({"response-is-fast, 5, CONFORMANT (exit code 0)", "response-has-events, 1, NOT CONFORMANT (exit code 1)"
    })
    void keepsTheVerdictWhereTheSummaryCannotBeWritten(String failing, int code, String verdict) throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            int ended = shell.with(() -> CommandRun.kit(failing))
                    .in(Map.of("GITHUB_STEP_SUMMARY", folder.toString()))
                    .run("run", "--endpoint", endpoint.url());

            assertThat(ended).isEqualTo(code);
        }
        assertThat(shell.out()).contains(verdict);
        assertThat(shell.err()).contains("conformance-kit: the summary cannot be appended to '%s': ".formatted(folder));
    }

    @Test
    void keepsTheVerdictWhereAReportCannotBeWritten() throws IOException {
        Path summary = folder.resolve("summary.md");
        Files.createDirectories(folder.resolve("report.html/in-the-way"));
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            assertThat(shell.in(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))
                            .run("run", "--endpoint", endpoint.url(), "--report-dir", folder.toString()))
                    .isEqualTo(5);
        }
        assertThat(shell.out()).contains("CONFORMANT (exit code 0)");
        assertThat(shell.err())
                .contains("conformance-kit: the report directory '%s' cannot be written".formatted(folder));
        assertThat(summary).isNotEmptyFile();
    }

    @Test
    void endsWithThreeWhereTheRunEndedBeforeEveryMustWasTried() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), "domain: d\ncases: {some-events: c}\n");
        shell.with(() -> new Kit(
                Contract.read(),
                CommandRun.CATALOGUE,
                CommandRun.CATALOGUE.ids().stream().map(RunCommandTest::asking).toList()));
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            String[] args = {"run", "--profile", profile.toString(), "--endpoint", endpoint.url(), "--max-requests", "2"
            };

            assertThat(shell.run(args)).isEqualTo(3);
        }
        assertThat(shell.out())
                .contains("NOT JUDGED (exit code 3): the run's limit of 2 requests (--max-requests) is used up;"
                        + " of 2 MUST requirements 1 holds, 1 was not tried");
        assertThat(shell.err()).contains("response    2 not tried");
    }

    // A passing check with a request of its own.
    private static Check asking(String id) {
        return new Check(
                id,
                context -> context.withAnyCase(one -> {
                    context.send(context.history(one));
                    return Outcome.of(List.of());
                }));
    }

    @Test
    void comparesTheProfileThatARunWrote() throws IOException {
        String profile = folder.resolve("profile.json").toString();
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.run("run", "--endpoint", endpoint.url(), "--report-dir", folder.toString());
        }

        assertThat(new CommandRun().run("compare", profile, profile)).isZero();
    }

    @Test
    void coloursTheReportOnATerminalByDefault() throws IOException {
        CommandRun plain = new CommandRun().onATerminal();
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.onATerminal().run("run", "--endpoint", endpoint.url());
            plain.run("run", "--endpoint", endpoint.url(), "--no-color");
        }

        assertThat(shell.out()).contains("\u001b[");
        assertThat(plain.out()).isNotEmpty().doesNotContain("\u001b");
    }

    @Test
    void refusesAFolderForReportsThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(shell.run("run", "--report-dir", file.toString())).isEqualTo(2);
        assertThat(shell.err())
                .contains("--report-dir: expected a folder, or a path where one can be created, got '%s'"
                        .formatted(file));
    }

    @Test
    void endsWithThreeIfNoServerListens() {
        assertThat(shell.run("run", "--endpoint", "http://localhost:1")).isEqualTo(3);
        assertThat(shell.out())
                .contains("NOT JUDGED (exit code 3): reachability: http://localhost:1 sends no response");
    }

    @Test
    void endsWithThreeWhereTheCaseOfTheProfileIsNotThere() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), "domain: d\ncases: {some-events: c}\n");
        try (Endpoint endpoint = Endpoint.withoutTheCase()) {
            assertThat(shell.run("run", "--profile", profile.toString(), "--endpoint", endpoint.url()))
                    .isEqualTo(3);
        }
        assertThat(shell.out())
                .contains(
                        "NOT JUDGED (exit code 3): case: the profile names case 'c' of domain 'd', which the target does not have");
    }

    @Test
    void endsWithFourWhereTheKitBreaks() {
        shell.with(() -> {
            throw new IllegalStateException("no such thing");
        });

        assertThat(shell.run("run")).isEqualTo(4);
        assertThat(shell.err())
                .isEqualToNormalizingNewlines("conformance-kit: the kit itself failed, which says nothing about the "
                        + "target: java.lang.IllegalStateException: no such thing (use --stacktrace for details)\n");
    }

    @Test
    void printsTheStackTraceOnRequest() {
        shell.with(() -> {
            throw new IllegalStateException("no such thing");
        });

        assertThat(shell.run("run", "--stacktrace")).isEqualTo(4);
        assertThat(shell.err()).contains("at dev.casesaudit.conformance.cli.RunCommandTest");
    }

    @Test
    void writesOverOneLineOnATerminalAndClearsItForTheReport() throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.onATerminal().run("run", "--endpoint", endpoint.url());
        }

        assertThat(shell.err())
                .contains("\r\u001b[K2 of 3  response-has-events")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void writesPlainLinesInCiAlsoOnATerminal() throws IOException {
        try (Endpoint endpoint = Endpoint.withThreeEvents()) {
            shell.onATerminal().in(Map.of("CI", "true")).run("run", "--endpoint", endpoint.url());
        }

        assertThat(shell.err()).doesNotContain("\u001b").contains("request     1 passed");
    }
}
