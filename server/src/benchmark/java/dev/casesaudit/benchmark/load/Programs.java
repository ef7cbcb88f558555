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
import java.util.stream.Stream;

/**
 * The measured programs, started as users start them.
 *
 * @param java the home of the JDK that runs them
 * @param folder for their files
 * @param classes a jar of the benchmark's own classes, since an AOT cache knows no folders of classes
 */
public record Programs(Path java, Path folder, Path classes) {

    /** The packaged mock. */
    public static final Path MOCK = Path.of("target", "cases-audit-mock.jar");

    private static final Path KIT = Path.of("..", "kit");

    /** Makes the jar in the folder. */
    public static Programs in(Path folder, Path java) throws IOException {
        Programs programs = new Programs(java, folder, folder.resolve("benchmark.jar"));
        programs.run(
                "jar",
                "--create",
                "--file",
                programs.classes.toString(),
                "-C",
                System.getProperty("benchmark.classes"),
                ".");
        return programs;
    }

    /** Starts the mock in one process with JVM options, and waits for its first response. */
    public ServerProcess mock(Request request, String... options) throws IOException, InterruptedException {
        return mock(request, List.of(options), List.of("--no-archive"));
    }

    /** Starts the mock from its archive, which the end of the first makes. */
    public ServerProcess archivedMock(Request request, String... options) throws IOException, InterruptedException {
        return mock(request, List.of(options), List.of());
    }

    private ServerProcess mock(Request request, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        List<String> command = new ArrayList<>(List.of(program("java")));
        command.addAll(options);
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", MOCK.toString()));
        command.addAll(arguments);
        return ServerProcess.start(command, newFile("mock", ".log"), port, request);
    }

    /** Starts a server that sends the same response to every request, on NIO. */
    public ServerProcess ceiling(Answer answer, String... options) throws IOException, InterruptedException {
        return ceiling(answer, false, options);
    }

    /** Starts the same on the native transport. */
    public ServerProcess nativeCeiling(Answer answer) throws IOException, InterruptedException {
        return ceiling(answer, true);
    }

    private ServerProcess ceiling(Answer answer, boolean isNative, String... options)
            throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Path file = Files.writeString(newFile("answer", ".http"), Ceiling.text(answer), StandardCharsets.ISO_8859_1);
        List<String> command = new ArrayList<>(List.of(program("java")));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                libraries(),
                Ceiling.class.getName(),
                file.toString(),
                String.valueOf(port),
                String.valueOf(isNative)));
        ServerProcess ceiling = ServerProcess.start(command, newFile("ceiling", ".log"), port, new Request("/", "{}"));
        Files.delete(file);
        return ceiling;
    }

    /** Runs the kit against a server, and returns how many seconds that takes. */
    public double kit(ServerProcess server) throws IOException, InterruptedException {
        ProcessBuilder kit = new ProcessBuilder(KIT.toString(), "run", "--endpoint", server.endpoint())
                .redirectErrorStream(true)
                .redirectOutput(newFile("kit", ".log").toFile());
        kit.environment().put("JAVA_HOME", java.toString());
        long began = System.nanoTime();
        int exitCode = kit.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("the kit ended with " + exitCode);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Runs a program of the JDK, and returns its output. */
    public String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(List.of(arguments));
        return outputOf(command);
    }

    /** Runs any program, and returns its output. */
    public static String outputOf(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String program(String name) {
        return java.resolve("bin").resolve(name).toString();
    }

    /** Returns a new file. */
    private Path newFile(String name, String ending) throws IOException {
        return Files.createTempFile(folder, name + "-", ending);
    }

    // The libraries of the mock without its code, some of which Vert.x would find and use.
    private String libraries() {
        return Stream.concat(
                        Stream.of(classes.toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
