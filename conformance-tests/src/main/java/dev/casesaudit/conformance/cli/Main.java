package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.capture.Mask;
import dev.casesaudit.conformance.capture.Times;
import dev.casesaudit.conformance.input.EditorSchema;
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

@Command(
        name = Main.NAME,
        description = "Judges any endpoint of GetCaseAuditEvents, real or fake, by its contract.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the target is conformant",
            "1:the target is not conformant; compare: the profiles differ; coverage: there is a gap",
            "2:the command line, a profile or another file is wrong",
            "3:the target could not be judged or captured; the message has the reason",
            "4:the kit itself failed",
            "5:as 0, but a requested output could not be written; the message names it"
        })
public final class Main {

    static final String NAME = "conformance-kit";

    static {
        // Otherwise picocli starts Groovy, a dependency of REST Assured, and needs more time.
        System.setProperty("picocli.disable.closures", "true");
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of the kit and the hash of its contract, and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace if the kit itself fails.")
    private boolean stacktrace;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "Write without colour, like the variable NO_COLOR.")
    @SuppressWarnings("UnusedVariable") // known before anything is parsed, so that it also applies to help and errors
    private boolean plain;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Messages of libraries, such as picocli, must not depend on the locale of the machine either.
        Locale.setDefault(Locale.ROOT);
        // An uncaught error would give exit code 1, which is a verdict on the target.
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

    static int run(CommandContext context, String... args) {
        CommandContext coloured = List.of(args).contains("--no-color") ? context.withoutColour() : context;
        int code = execute(coloured, args);
        // A print stream throws no exception if the disk is full or the reader is gone.
        return context.out().checkError()
                ? new Failures(context.err()).output("the standard output cannot be written", code)
                : code;
    }

    private static int execute(CommandContext context, String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        commands(context).forEach(line::addSubcommand);
        Failures failures = new Failures(context.err());
        return line.setOut(context.out())
                .setErr(context.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(context.colour() ? Ansi.ON : Ansi.OFF))
                .registerConverter(Level.class, Converters::level)
                .registerConverter(Area.class, Converters::area)
                .registerConverter(Mask.class, Converters::mask)
                .registerConverter(Times.class, Converters::times)
                .registerConverter(CaptureCommand.DriftOption.class, Converters::drift)
                .registerConverter(FixturesCommand.Format.class, FixturesCommand.Format::named)
                .registerConverter(EditorSchema.class, Converters::schema)
                .setParameterExceptionHandler(failures::usage)
                .setExecutionExceptionHandler((problem, of, parsed) -> failures.execution(problem, main.stacktrace))
                .execute(args);
    }

    // Logs are read on other machines, so their encoding must not depend on this one.
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static List<Object> commands(CommandContext context) {
        return List.of(
                new RunCommand(context),
                new CaptureCommand(context),
                new LearnCommand(context),
                new ListCommand(context),
                new ExplainCommand(context),
                new CoverageCommand(context),
                new InitCommand(context),
                new FixturesCommand(context),
                new SchemaCommand(context),
                new CompareCommand(context));
    }
}
