package dev.casesaudit.journey.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the kit as people start it: another process, which shares no class with this one.
 *
 * @param output what it printed
 * @param report its {@code report.json}
 */
record KitRun(int exitCode, String output, JsonNode report) {

    private static final Path KIT = Path.of("..", "kit");

    /** Kept after the build, to look into a failure. */
    private static final Path REPORTS = Path.of("target", "conformance");

    private static final int LIMIT_MINUTES = 5;

    /** Judges an endpoint by every requirement, the weaker ones too. */
    static KitRun of(URI endpoint) throws IOException, InterruptedException {
        return of(REPORTS, Map.of(), "--endpoint", endpoint.toString());
    }

    /**
     * Judges as it is told to.
     *
     * @param reports where its report goes
     * @param environment what its process finds there besides
     * @param options of its command {@code run}
     */
    static KitRun of(Path reports, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(reports);
        Path output = reports.resolve("output.txt");
        List<String> command = new ArrayList<>(
                List.of(KIT.toString(), "run", "--level", "should", "--report-dir", reports.toString()));
        command.addAll(List.of(options));
        ProcessBuilder kit =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        kit.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // A locale whose digits are not 0 to 9, and which must not show.
        kit.environment().put("JAVA_OPTS", "-Duser.language=ar -Duser.country=EG");
        kit.environment().putAll(environment);
        // In CI the summary of the job is not the place for a test's report.
        kit.environment().remove("GITHUB_STEP_SUMMARY");
        Path report = reports.resolve("report.json");
        Files.deleteIfExists(report);
        Process process = kit.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the kit did not end: " + Files.readString(output));
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!Files.exists(report)) {
            throw new IllegalStateException("the kit wrote no report: " + text);
        }
        return new KitRun(process.exitValue(), text, new ObjectMapper().readTree(report.toFile()));
    }
}
