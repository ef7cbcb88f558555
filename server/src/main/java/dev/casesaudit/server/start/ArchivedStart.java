package dev.casesaudit.server.start;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts the mock in a second process that begins from an {@link StartArchive}: only options of Java can name one, and
 * {@code java -jar} has none. The first start records the archive.
 *
 * <p>This process then only waits: it passes on the signal that ends it, and ends with the exit code of the other one.
 */
// In a Java that has just begun: no lambdas, no streams, no formats.
final class ArchivedStart {

    /** Set for the second process: {@code uses} or {@code records}. */
    private static final String ROLE = "dev.casesaudit.archive";

    /** Names the file that tells who starts the mock again how to use the archive without this process. */
    private static final String OPTIONS_FILE = "dev.casesaudit.archive.options";

    private static final String USES = "uses";
    private static final String RECORDS = "records";

    // Those that mean the same in two processes at once. An agent, a debugger or a recording does not.
    private static final List<String> HARMLESS = List.of(
            "-D",
            "-Xmx",
            "-Xms",
            "-Xss",
            "-XX:TieredStopAtLevel=",
            "-XX:+UseSerialGC",
            "-XX:+UseG1GC",
            "-XX:+UseParallelGC",
            "-XX:+UseZGC",
            "-XX:MaxRAMPercentage=",
            "-XX:InitialRAMPercentage=",
            "-XX:ActiveProcessorCount=",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-ea",
            "-esa");
    private static final List<String> NOT_HARMLESS = List.of("-Dcom.sun.management", "-Djava.rmi");
    private static final List<String> VARIABLES_OF_JAVA =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final List<String> command;
    private final StartArchive archive;
    private boolean isKept;

    private ArchivedStart(List<String> command, StartArchive archive) {
        this.command = command;
        this.archive = archive;
    }

    /** Whether this process records the archive when it ends. */
    static boolean isRecording() {
        return RECORDS.equals(System.getProperty(ROLE));
    }

    /** Returns false, having done nothing, where the mock is to start in this process. */
    static boolean run(CommandLine line, String... arguments) throws WrongArgument {
        if (System.getProperty(ROLE) != null) {
            ParentWatch.endWithParent();
            return false;
        }
        try {
            ArchivedStart start = of(line, arguments);
            return start != null && start.run();
        } catch (IOException | SecurityException e) {
            // An archive is an extra.
            return false;
        }
    }

    private static @Nullable ArchivedStart of(CommandLine line, String... arguments) throws WrongArgument {
        // A container starts each time with an empty cache, and gives its first process signals of its own.
        if (line.has(Option.NO_ARCHIVE) || ProcessHandle.current().pid() == 1) {
            return null;
        }
        for (String variable : VARIABLES_OF_JAVA) {
            if (System.getenv(variable) != null) {
                return null;
            }
        }
        // What a shell writes for <(...) is open in this process only.
        Optional<Path> key = line.path(Option.TOKEN_KEY_FILE);
        if (key.isPresent() && !Files.isRegularFile(key.get())) {
            return null;
        }
        ProcessHandle.Info info = ProcessHandle.current().info();
        if (info.command().isEmpty() || info.arguments().isEmpty()) {
            return null;
        }
        List<String> given = Arrays.asList(info.arguments().get());
        int jar = given.indexOf("-jar") + 1;
        if (jar < 1 || !isThisProgram(given.get(jar))) {
            return null;
        }
        List<String> options = given.subList(0, jar - 1);
        if (!areHarmless(options) || !given.subList(jar + 1, given.size()).equals(Arrays.asList(arguments))) {
            return null;
        }
        StartArchive archive = StartArchive.of(Path.of(given.get(jar)), options);
        if (archive == null) {
            return null;
        }
        List<String> command = new ArrayList<>();
        command.add(info.command().get());
        command.addAll(given);
        return new ArchivedStart(command, archive);
    }

    private static boolean isThisProgram(String jar) {
        try {
            Path running = Path.of(ArchivedStart.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(running) && Files.isSameFile(running, Path.of(jar));
        } catch (URISyntaxException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean areHarmless(List<String> options) {
        for (String option : options) {
            if (!startsWithAny(option, HARMLESS) || startsWithAny(option, NOT_HARMLESS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithAny(String option, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (option.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private boolean run() throws IOException {
        boolean uses = archive.exists();
        if (uses) {
            writeOptions();
        }
        List<String> options = archive.options();
        options.add("-D" + ROLE + "=" + (uses ? USES : RECORDS));
        List<String> child = new ArrayList<>(command);
        child.addAll(1, options);
        Process mock = new ProcessBuilder(child).inheritIO().start();
        Thread end = new Thread() {
            @Override
            public void run() {
                mock.destroy();
                Runtime.getRuntime().halt(end(mock, uses));
            }
        };
        Runtime.getRuntime().addShutdownHook(end);
        System.exit(end(mock, uses));
        return true;
    }

    private void writeOptions() throws IOException {
        String file = System.getProperty(OPTIONS_FILE);
        if (file != null && archive.exists()) {
            archive.writeOptions(Path.of(file), "-D" + ROLE + "=" + USES);
        }
    }

    // Waits for the end. By whoever comes first of those two who want to know it.
    private synchronized int end(Process mock, boolean uses) {
        while (true) {
            try {
                int code = mock.waitFor();
                if (!uses && !isKept) {
                    isKept = true;
                    archive.keep(command);
                    writeOptions();
                }
                return code;
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt it.
            } catch (IOException e) {
                return mock.exitValue();
            }
        }
    }
}
