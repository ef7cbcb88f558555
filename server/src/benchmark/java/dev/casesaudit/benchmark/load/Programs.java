package dev.casesaudit.benchmark.load;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The programs that are measured, started as people start them.
 *
 * @param java the home of the Java that runs them
 * @param folder for what they need and leave
 */
public record Programs(Path java, Path folder) {

    /** The packaged mock. */
    public static final Path MOCK = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** Starts the mock, with options of the virtual machine, and waits until it answers a request. */
    public ServerProcess mock(Request request, String... options) throws IOException, InterruptedException {
        return mock(MOCK, request, options);
    }

    /** The same, packaged another way. */
    public ServerProcess mock(Path jar, Request request, String... options) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        List<String> command = new ArrayList<>(List.of(program("java")));
        command.addAll(List.of(options));
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", jar.toString()));
        return ServerProcess.start(command, newFile("mock", ".log"), port, request);
    }

    /** Starts a server that gives the same answer to everything. */
    public ServerProcess ceiling(Answer answer) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path file = Files.writeString(newFile("answer", ".http"), Ceiling.text(answer), StandardCharsets.ISO_8859_1);
        List<String> command = List.of(
                program("java"), "-cp", libraries(), Ceiling.class.getName(), file.toString(), String.valueOf(port));
        ServerProcess ceiling = ServerProcess.start(command, newFile("ceiling", ".log"), port, new Request("/", "{}"));
        Files.delete(file);
        return ceiling;
    }

    /** Runs a program of the JDK, and returns what it printed. */
    public String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(List.of(arguments));
        return outputOf(command);
    }

    /** Runs any program, and returns what it printed. */
    public static String outputOf(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String program(String name) {
        return java.resolve("bin").resolve(name).toString();
    }

    /** A file that nothing else writes to. */
    private Path newFile(String name, String ending) throws IOException {
        return Files.createTempFile(folder, name + "-", ending);
    }

    // The same libraries as the mock's, but none of its code: some of that is found and used by Vert.x by itself.
    private static String libraries() {
        String own = Path.of(System.getProperty("benchmark.classes")).toString();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar") || entry.equals(own))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
