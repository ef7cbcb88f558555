package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.Verdict;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program. */
@Command(
        name = Main.NAME,
        description = "Judges any endpoint of GetCaseAuditEvents, real or fake, by its contract.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the target is conformant",
            "1:it is not; of compare: the profiles differ; of coverage: there is a gap",
            "2:the command line, a profile or another file is wrong",
            "3:the target could not be judged; why is told",
            "4:the kit itself failed",
            "5:as 0, but an output that was asked for could not be written; which is told"
        })
public final class Main {

    static final String NAME = "conformance-kit";

    static {
        // Else picocli starts Groovy, which REST Assured brings, for closures that nobody uses.
        System.setProperty("picocli.disable.closures", "true");
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Tell what there is, and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Tell the kit's version and its contract's hash, and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "If the kit itself fails, tell where.")
    private boolean stacktrace;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "Write without colour, as with the variable NO_COLOR.")
    @SuppressWarnings("UnusedVariable") // known before anything is parsed, so that help and errors heed it too
    private boolean plain;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // What libraries write, picocli's messages for one, must not depend on the machine either.
        Locale.setDefault(Locale.ROOT);
        // An error of the machine ends a thread; Java would make exit code 1 of it, which says something of the target.
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            new Failures(writer(System.err)).kitFailed(error, true);
            Runtime.getRuntime().halt(Verdict.KIT_FAILED.exitCode());
        });
        System.exit(run(args, System.out, System.err, System.getenv()));
    }

    /** Runs a command and returns its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err, Map<String, String> environment) {
        return run(new CommandContext(writer(out), writer(err), environment, Terminal.present(), Kit::packaged), args);
    }

    static int run(CommandContext around, String... args) {
        CommandContext heeding = List.of(args).contains("--no-color") ? around.withoutColour() : around;
        int code = execute(heeding, args);
        // A print stream keeps its failures to itself: a disk that is full, or nobody at the other end.
        return around.out().checkError()
                ? new Failures(around.err()).output("the standard output cannot be written", code)
                : code;
    }

    private static int execute(CommandContext around, String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        commands(around).forEach(line::addSubcommand);
        Failures failures = new Failures(around.err());
        return line.setOut(around.out())
                .setErr(around.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(around.colour() ? Ansi.ON : Ansi.OFF))
                .registerConverter(Level.class, Converters::level)
                .registerConverter(Area.class, Converters::area)
                .registerConverter(FixturesCommand.Format.class, FixturesCommand.Format::named)
                .setParameterExceptionHandler(failures::usage)
                .setExecutionExceptionHandler((problem, of, parsed) -> failures.execution(problem, main.stacktrace))
                .execute(args);
    }

    // Not the machine's encoding: logs are read elsewhere.
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static List<Object> commands(CommandContext around) {
        return List.of(
                new RunCommand(around),
                new ListCommand(around),
                new ExplainCommand(around),
                new CoverageCommand(around),
                new InitCommand(around),
                new FixturesCommand(around),
                new CompareCommand(around));
    }
}
