package dev.casesaudit.postgresql;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of PostgreSQL on this machine, and the user that may run them. */
record PostgresPrograms(Path folder, Optional<String> user) {

    // Where Debian has them: one folder for each version, none of which is in the PATH.
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    // PostgreSQL does not run as root. Its package adds this user.
    private static final String OTHER_USER = "postgres";

    /** Returns the programs in the PATH, or else the newest ones of Debian's packages. */
    static Optional<PostgresPrograms> find() {
        return Stream.concat(path(), versions())
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("postgres")))
                .findFirst()
                .map(folder -> new PostgresPrograms(folder, otherUser()));
    }

    private static Stream<Path> path() {
        String path = System.getenv("PATH");
        return path == null
                ? Stream.empty()
                : Stream.of(path.split(File.pathSeparator, -1)).map(Path::of);
    }

    private static Stream<Path> versions() {
        String[] names = VERSIONS.toFile().list();
        return names == null
                ? Stream.empty()
                : Stream.of(names)
                        .filter(name -> name.matches("[0-9]+"))
                        .sorted(Comparator.<String>comparingInt(Integer::parseInt)
                                .reversed())
                        .map(name -> VERSIONS.resolve(name).resolve("bin"));
    }

    private static Optional<String> otherUser() {
        return System.getProperty("user.name").equals("root") ? Optional.of(OTHER_USER) : Optional.empty();
    }

    /** Returns the command that runs a program in the process that is started, without one in between. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        user.ifPresent(name ->
                command.addAll(List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups", "--")));
        command.add(folder.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }
}
