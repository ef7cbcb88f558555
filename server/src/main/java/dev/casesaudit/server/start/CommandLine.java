package dev.casesaudit.server.start;

import dev.casesaudit.server.config.SettingNames;
import dev.casesaudit.server.config.Similarity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The arguments of the program.
 *
 * @param settings values by the names of the settings
 * @param options values of the options that set no setting by themselves
 */
public record CommandLine(Command command, Map<String, String> settings, Map<Option, String> options) {

    // This class works in a Java that has just begun and ends soon: without lambdas, streams and formats, each of which
    // takes longer there than all its work. So do the libraries for command lines.

    static final String JSON_LOG = "quarkus.log.console.json.enabled";

    static final String HELP = """
            Usage: java -jar cases-audit-mock.jar [OPTION...]      starts the mock
                   java -jar cases-audit-mock.jar env [OPTION...]  points SDKs at it
                   java -jar cases-audit-mock.jar migrate          makes the tables of
                                                                   cases.postgresql.url

              --host ADDRESS         localhost by default, 0.0.0.0 for all addresses
              --port PORT            8080 by default, 0 for any free one
              --fixtures PATH,...    the fixture files or folders to serve
              --auth MODE            signatures: none (by default), required, verified
              --token-key-file FILE  the key that signs page tokens
              --log FORMAT           text by default, or json
              --set KEY=VALUE        any other setting; see docs/configuration.md
              --ready-file FILE      written once it serves, with its endpoint and pid
              --exit-with-parent     end when standard input closes
              --no-archive           neither make nor use the archive for quicker starts
              --help, --version      print only that

            In a shell:  eval "$(java -jar cases-audit-mock.jar env)"
            env takes --host and --port, or --ready-file, of the mock, and --shell, which
            is sh, fish or powershell.

            Settings are environment variables too: CASES_FIXTURES=my-fixtures/""";

    /** What the program is to do. */
    public enum Command {
        START,
        ENV,
        MIGRATE,
        HELP,
        VERSION
    }

    /** An argument that is wrong. The message says what to do, and bears no value that may be a secret. */
    public static final class WrongArgument extends Exception {
        WrongArgument(String message) {
            super(message);
        }
    }

    /**
     * Reads arguments.
     *
     * @throws WrongArgument for the first argument that is wrong
     */
    public static CommandLine read(List<String> arguments) throws WrongArgument {
        Command command = command(arguments);
        CommandLine line = new CommandLine(command, new TreeMap<>(), new EnumMap<>(Option.class));
        for (int i = command == Command.START ? 0 : 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String word = equals < 0 ? argument : argument.substring(0, equals);
            Option option = line.option(word, argument);
            if (option == Option.HELP || option == Option.VERSION) {
                return new CommandLine(option == Option.HELP ? Command.HELP : Command.VERSION, Map.of(), Map.of());
            }
            String value = "";
            if (option.takesAValue()) {
                value = equals >= 0 ? argument.substring(equals + 1) : "";
                if (equals < 0
                        && i + 1 < arguments.size()
                        && !arguments.get(i + 1).startsWith("-")) {
                    value = arguments.get(++i);
                }
                if (value.isBlank()) {
                    throw new WrongArgument(word + ": expected a value, such as " + option.example());
                }
            } else if (equals >= 0) {
                throw new WrongArgument(word + ": expected no value");
            }
            line.add(option, value);
        }
        return line;
    }

    private static Command command(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (first) {
            case "env" -> Command.ENV;
            case "migrate" -> Command.MIGRATE;
            default -> Command.START;
        };
    }

    /** Returns the path that an option names. */
    Optional<Path> path(Option option) throws WrongArgument {
        String value = options.get(option);
        try {
            return value == null ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            throw new WrongArgument(option.word + ": expected a path, got " + value);
        }
    }

    boolean has(Option option) {
        return options.containsKey(option);
    }

    private Option option(String word, String argument) throws WrongArgument {
        for (Option option : Option.values()) {
            if (option.word.equals(word) || (option == Option.HELP && word.equals("-h"))) {
                if (option.isOf(command)) {
                    return option;
                }
                throw new WrongArgument(word + ": an option only "
                        + (command == Command.START ? "of the command env" : "of the start, not of " + commandWord()));
            }
        }
        throw new WrongArgument(unknown(argument, word));
    }

    private void add(Option option, String value) throws WrongArgument {
        String key = option.setting().orElse(null);
        String given = value;
        if (option == Option.SET) {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw new WrongArgument("--set: expected KEY=VALUE, such as " + option.example());
            }
            key = value.substring(0, equals);
            given = value.substring(equals + 1);
            if (!key.startsWith("cases.") && !key.startsWith("quarkus.")) {
                throw new WrongArgument("--set " + SettingNames.unknown(key));
            }
        } else if (option == Option.LOG) {
            if (!value.equals("text") && !value.equals("json")) {
                throw new WrongArgument("--log: expected text or json, got " + value);
            }
            key = JSON_LOG;
            given = String.valueOf(value.equals("json"));
        }
        boolean isGivenTwice = key != null ? settings.put(key, given) != null : options.put(option, given) != null;
        if (isGivenTwice) {
            throw new WrongArgument((key == null ? option.word : key) + ": given twice");
        }
    }

    private String commandWord() {
        return command == Command.ENV ? "env" : "migrate";
    }

    // Without the value, which may be a secret.
    private String unknown(String argument, String word) {
        if (argument.startsWith("-D") || argument.startsWith("-X") || argument.startsWith("-agent")) {
            return word + ": this option is Java's, and has no effect after -jar: write it before -jar";
        }
        String key = word.replaceFirst("^-*", "");
        if (key.startsWith("cases.") || key.startsWith("quarkus.")) {
            return word + ": this is a setting, and no option: write --set " + key + "=...";
        }
        List<String> words = new ArrayList<>();
        for (Option option : Option.values()) {
            if (option.isOf(command)) {
                words.add(option.word);
            }
        }
        if (command == Command.START) {
            words.add("env");
            words.add("migrate");
        }
        return word + ": there is no such option; "
                + Similarity.nearest("--" + key, words)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("expected " + String.join(", ", words));
    }
}
