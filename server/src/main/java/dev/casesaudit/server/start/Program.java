package dev.casesaudit.server.start;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The program, from its arguments on. */
public final class Program {

    private Program() {}

    /** Does what the arguments say. */
    public static void run(String... arguments) {
        // Otherwise times in the log and texts of libraries have the digits and language of the machine's locale.
        Locale.setDefault(Locale.ROOT);
        try {
            CommandLine line = CommandLine.read(List.of(arguments));
            switch (line.command()) {
                case HELP -> System.out.println(CommandLine.HELP);
                case VERSION ->
                    System.out.println("cases-audit-mock "
                            + Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                                    .orElse("(not packaged)"));
                case ENV -> System.out.println(SdkEnvironment.lines(line));
                case MIGRATE -> Migration.run(line);
                case START -> {
                    if (!ArchivedStart.run(line, arguments)) {
                        MockStart.run(line, arguments);
                    }
                }
            }
        } catch (WrongArgument e) {
            StartFailure.end(String.valueOf(e.getMessage()));
        }
    }
}
