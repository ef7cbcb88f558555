package dev.casesaudit.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The arguments of the program.
 *
 * @param settings values by the names of the settings
 * @param text printed instead of starting the mock
 */
record CommandLine(Map<String, String> settings, Optional<String> text) {

    private static final String HELP = """
            Usage: java [-Dname=value...] -jar quarkus-run.jar [--host ADDRESS] [--port PORT]

              --host ADDRESS   the address to listen on: localhost by default, 0.0.0.0 for all interfaces,
                               as in a container
              --port PORT      the port to listen on: 8080 by default, 0 for any free port
              --help           prints this text
              --version        prints the version

            All settings are system properties, such as -Dcases.fixtures=my-fixtures/ before -jar, or environment
            variables, such as CASES_FIXTURES. docs/configuration.md lists them.""";

    private static final Map<String, String> OPTIONS =
            Map.of("--host", "quarkus.http.host", "--port", "quarkus.http.port");

    /** An unknown argument. The message says what to do. */
    static final class WrongArgument extends Exception {
        private WrongArgument(String message) {
            super(message);
        }
    }

    /** @throws WrongArgument for the first argument that is unknown or lacks its value */
    static CommandLine read(List<String> arguments) throws WrongArgument {
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--help") || argument.equals("-h")) {
                return printing(HELP);
            } else if (argument.equals("--version")) {
                return printing("cases-audit-mock "
                        + Optional.ofNullable(CommandLine.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)"));
            }
            String[] parts = argument.split("=", 2);
            String setting = OPTIONS.get(parts[0]);
            if (setting == null) {
                throw new WrongArgument(unknown(argument, parts[0]));
            }
            String value = parts.length == 2 ? parts[1] : i + 1 < arguments.size() ? arguments.get(++i) : "";
            if (value.isBlank() || (parts.length == 1 && value.startsWith("-"))) {
                throw new WrongArgument(
                        String.format(Locale.ROOT, "%s: expected a value, such as %s", parts[0], example(parts[0])));
            }
            settings.put(setting, value);
        }
        return new CommandLine(settings, Optional.empty());
    }

    private static CommandLine printing(String text) {
        return new CommandLine(Map.of(), Optional.of(text));
    }

    private static String example(String option) {
        return option.equals("--host") ? "--host 0.0.0.0" : "--port 8080";
    }

    // Without the value, which may be a secret.
    private static String unknown(String argument, String name) {
        if (argument.startsWith("-D") || argument.startsWith("-X") || argument.startsWith("-agent")) {
            return String.format(
                    Locale.ROOT, "%s: this option is Java's, and has no effect after -jar: write it before -jar", name);
        }
        String key = name.replaceFirst("^-*", "");
        if (key.startsWith("cases.") || key.startsWith("quarkus.")) {
            return String.format(
                    Locale.ROOT, "%s: this is a setting, and no argument: write -D%s=... before -jar", name, key);
        }
        return String.format(
                Locale.ROOT, "%s: there is no such argument; expected --host, --port, --help or --version", name);
    }
}
