package dev.casesaudit.journey.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is led to the mock by settings alone, those of the SDK for one service. */
class EndpointVariableIT {

    private static final String ENDPOINT = PackagedMock.shared().endpoint().toString();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theEnvironmentDirectsAProgramToTheMock() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL_CONNECTCASES", ENDPOINT,
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "secret");

        assertThat(eventIds(environment, List.of())).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void systemPropertiesDirectAProgramToTheMock() throws IOException, InterruptedException {
        List<String> properties = List.of(
                "-Daws.endpointUrlConnectCases=" + ENDPOINT,
                "-Daws.region=us-east-1",
                "-Daws.accessKeyId=AKIDEXAMPLE",
                "-Daws.secretAccessKey=secret");

        assertThat(eventIds(Map.of(), properties)).hasSize(1_000).doesNotHaveDuplicates();
    }

    private List<String> eventIds(Map<String, String> environment, List<String> properties)
            throws IOException, InterruptedException {
        Path ids = folder.resolve("ids.txt");
        Path log = folder.resolve("log.txt");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        program.command().add("-XX:TieredStopAtLevel=1");
        program.command().addAll(properties);
        program.command()
                .addAll(List.of(UnawareProgram.class.getName(), SdkClients.DOMAIN, "case-long", ids.toString()));
        isolate(program.environment());
        program.environment().putAll(environment);

        Process process = program.start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readAllLines(ids);
    }

    // Hides the accounts, profiles and endpoints of whoever runs the build.
    private void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.putAll(Map.of(
                "CLASSPATH", System.getProperty("java.class.path"),
                "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString(),
                "AWS_EC2_METADATA_DISABLED", "true"));
    }
}
