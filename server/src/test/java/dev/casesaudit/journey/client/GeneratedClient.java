package dev.casesaudit.journey.client;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A client that the build has openapi-generator make of the contract, and the program of src/clients that reads histories by it.
 *
 * @param precision how much of a time the language's type for it holds
 * @param refused those kinds of members of tomorrow that make it fail
 * @param compiler the command that says whether its compiler is here
 * @param runtime the command that says whether all is here that the compiled program needs
 */
record GeneratedClient(
        String language,
        ChronoUnit precision,
        Set<String> refused,
        String compiler,
        String compilation,
        String runtime,
        String program) {

    private static final List<GeneratedClient> ALL = List.of(
            new GeneratedClient(
                    "java",
                    ChronoUnit.NANOS,
                    Set.of(),
                    "command -v javac",
                    "javac -J-XX:TieredStopAtLevel=1 -nowarn -proc:none -d classes ReadHistories.java"
                            + " $(find client/src/main/java -name '*.java')",
                    "command -v java",
                    "java -XX:TieredStopAtLevel=1 ReadHistories"),
            new GeneratedClient(
                    "typescript",
                    ChronoUnit.MILLIS,
                    Set.of(),
                    "command -v npm",
                    "npm install --no-audit --no-fund --no-package-lock && npx tsc",
                    "command -v node",
                    "node out/read-histories.js"),
            // The option adds a value for unknown ones to each enumeration, but clients still refuse unknown values.
            new GeneratedClient(
                    "python",
                    ChronoUnit.MICROS,
                    Set.of("event-type", "related-item-type"),
                    "command -v python3",
                    "python3 -m compileall -q -f client",
                    "python3 -c 'import dateutil, pydantic, urllib3; pydantic.BaseModel.model_validate'",
                    "env PYTHONPATH=client python3 read_histories.py"),
            new GeneratedClient(
                    "go",
                    ChronoUnit.NANOS,
                    Set.of("null-items"),
                    "command -v go",
                    "go vet . && go build -o read-histories .",
                    "true",
                    "./read-histories"));

    private static final int LIMIT_MINUTES = 5;

    /** Those of the languages that the build made clients for. */
    static Stream<GeneratedClient> made() {
        List<String> languages = List.of(System.getProperty("clients", "java").split(","));
        return ALL.stream().filter(client -> languages.contains(client.language));
    }

    Run compile() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(Path.of("src", "clients", language))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return run(compilation);
    }

    /** Reads cases of one domain by the operation, page by page, and prints a line of JSON for each event. */
    Run read(URI endpoint, String domain, List<String> cases) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(endpoint.toString(), domain));
        arguments.addAll(cases);
        return run(program + " \"$@\"", arguments);
    }

    Run run(String command) throws IOException, InterruptedException {
        return run(command, List.of());
    }

    private Run run(String command, List<String> arguments) throws IOException, InterruptedException {
        Path output = folder().resolve("output.txt");
        Path errors = folder().resolve("errors.txt");
        List<String> shell = new ArrayList<>(List.of("sh", "-c", command, "sh"));
        shell.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(shell)
                .directory(folder().toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        // The Java that runs the tests, with the libraries that they have.
        builder.environment()
                .merge(
                        "PATH",
                        System.getProperty("java.home") + "/bin",
                        (path, jdk) -> jdk + File.pathSeparator + path);
        builder.environment().put("CLASSPATH", "classes" + File.pathSeparator + System.getProperty("java.class.path"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end");
        }
        return new Run(process.exitValue(), Files.readAllLines(output), Files.readString(errors));
    }

    private Path folder() {
        return Path.of("target", "clients", language);
    }

    /**
     * How a command ended.
     *
     * @param lines of its standard output
     * @param errors its standard error
     */
    record Run(int exitCode, List<String> lines, String errors) {}

    @Override
    public String toString() {
        return language;
    }
}
