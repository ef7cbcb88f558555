package dev.casesaudit.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkEnvironmentTest {

    @TempDir
    private Path folder;

    @Test
    void pointsAShellAtTheMock() throws WrongArgument, IOException, InterruptedException {
        assertThat(variablesAfter(lines("--port", "9000")))
                .contains(
                        "AWS_ENDPOINT_URL_CONNECTCASES=http://localhost:9000",
                        "AWS_ACCESS_KEY_ID=mock",
                        "AWS_SECRET_ACCESS_KEY=mock",
                        "AWS_REGION=us-east-1",
                        "NO_PROXY=example.org,localhost",
                        "no_proxy=localhost")
                .noneMatch(
                        variable -> variable.startsWith("AWS_PROFILE=") || variable.startsWith("AWS_SESSION_TOKEN="));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://localhost:8080",
        "::, http://localhost:8080",
        "127.0.0.1, http://127.0.0.1:8080",
        "[::1], http://[::1]:8080",
        "mock.example, http://mock.example:8080"
    })
    void namesAnAddressThatClientsCanCall(String host, String endpoint) throws WrongArgument {
        assertThat(lines("--host", host)).startsWith("export AWS_ENDPOINT_URL_CONNECTCASES='" + endpoint + "'\n");
    }

    @Test
    void readsTheEndpointFromTheReadyFile() throws WrongArgument, IOException {
        Path file = Files.writeString(folder.resolve("r"), "{\"endpoint\": \"http://localhost:4711\", \"pid\": 1}");

        assertThat(lines("--ready-file", file.toString())).contains("'http://localhost:4711'");
    }

    @Test
    void speaksFishAndPowerShell() throws WrongArgument {
        assertThat(lines("--shell=fish"))
                .contains("set -gx AWS_ENDPOINT_URL_CONNECTCASES 'http://localhost:8080';", "set -e AWS_PROFILE;");
        assertThat(lines("--shell=powershell"))
                .contains(
                        "$env:AWS_ENDPOINT_URL_CONNECTCASES = 'http://localhost:8080'", "Remove-Item Env:AWS_PROFILE");
    }

    @ParameterizedTest
    @CsvSource({
        "--shell=csh, '--shell: expected sh, fish or powershell, got csh'",
        "--port=0, '--port: expected the port of the mock, 1 to 65535, got 0'",
        "--port=99999, --port: expected the port of the mock",
        "--host=';reboot', --host: expected an address",
        "'--host=a''b', --host: expected an address",
        "--host=a/b, --host: expected an address",
        "--ready-file=/gone, '--ready-file: expected the file of a mock that serves, got /gone'"
    })
    void refusesWhatItCannotUse(String argument, String message) {
        assertThatThrownBy(() -> lines(argument))
                .isInstanceOf(WrongArgument.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[]", "{\"endpoint\": \"'; reboot; '\"}", "{\"endpoint\": 7}", "''"})
    void refusesAReadyFileThatNamesNoEndpoint(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("r"), content);

        assertThatThrownBy(() -> lines("--ready-file", file.toString())).isInstanceOf(WrongArgument.class);
    }

    private static String lines(String... arguments) throws WrongArgument {
        return SdkEnvironment.lines(CommandLine.read(
                Stream.concat(Stream.of("env"), Arrays.stream(arguments)).toList()));
    }

    private static List<String> variablesAfter(String lines) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-eu", "-c", "eval \"$1\"; env", "sh", lines).redirectErrorStream(true);
        shell.environment().putAll(Map.of("AWS_PROFILE", "prod", "AWS_SESSION_TOKEN", "t", "NO_PROXY", "example.org"));
        shell.environment().remove("no_proxy");
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
