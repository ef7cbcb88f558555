package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.jboss.logging.Logger;

/** Says what is wrong with settings where the library that reads them says nothing, or nothing that an operator could use. */
public final class SettingsCheck {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    private static final String OF_QUARKUS = "quarkus.";
    private static final Set<String> PORTS = Set.of("quarkus.http.port", "quarkus.http.ssl-port");
    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern NOT_CONVERTED = Pattern.compile(
            "SRCFG00039: The config property (\\S+) with the config value \"(.*)\" threw .*", Pattern.DOTALL);
    private static final Pattern NOWHERE = Pattern.compile("SRCFG00050: (\\S+) in .* does not map to any root");
    private static final Pattern MISSING = Pattern.compile("SRCFG00014: The config property (\\S+) is required .*");
    private static final Pattern EMPTY =
            Pattern.compile("SRCFG00040: The config property (\\S+) is defined as the empty String .*");
    private static final Pattern LIBRARY_WORDS = Pattern.compile("^[\\w.$]+(?:Exception|Error): |SRCFG[0-9]{5}: ");

    private SettingsCheck() {}

    /**
     * Looks at settings that the library has read.
     *
     * @throws ConfigurationException with every problem that there is
     */
    public static void check(Config config, Map<String, String> environment) {
        Set<String> variables = variables(config, environment);
        List<String> names = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .sorted()
                .toList();
        List<String> problems = new ArrayList<>(mistypedVariables(variables));
        problems.addAll(SettingNames.inOtherLetters(properties(config)));
        problems.addAll(SettingNames.nameless(variables, names));
        names.stream()
                .filter(name -> name.startsWith(Setting.PREFIX) || name.startsWith(OF_QUARKUS))
                .forEach(name -> problem(config, name).ifPresent(problems::add));
        problems.addAll(SettingFiles.unread(config));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
        SettingNames.unknownVariables(variables)
                .forEach(name -> LOG.warnf("%s sets nothing: the mock has no such setting", name));
    }

    /** What is wrong, in plain words, of what the library says. */
    public static List<String> inPlainWords(List<String> problems, Map<String, String> environment) {
        List<String> plain = new ArrayList<>(problems.stream()
                .map(SettingsCheck::inPlainWords)
                .sorted()
                .distinct()
                .toList());
        plain.addAll(mistypedVariables(environment.keySet()));
        return plain;
    }

    // Those of a file .env too.
    private static Set<String> variables(Config config, Map<String, String> environment) {
        Set<String> variables = new TreeSet<>(environment.keySet());
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(EnvConfigSource.class::isInstance)
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(name -> name.startsWith("CASES_"))
                .forEach(variables::add);
        return variables;
    }

    // A source of variables also takes the letters of variables for those of keys; no other does.
    private static Set<String> properties(Config config) {
        Set<String> properties = new TreeSet<>();
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> !(source instanceof EnvConfigSource))
                .forEach(source -> properties.addAll(source.getPropertyNames()));
        return properties;
    }

    private static List<String> mistypedVariables(Set<String> variables) {
        return SettingNames.unknownVariables(variables).stream()
                .filter(name -> SettingNames.restrictsAccess(name)
                        || !SettingNames.meantBy(name).isEmpty())
                .map(SettingNames::unknown)
                .toList();
    }

    private static Optional<String> problem(Config config, String name) {
        ConfigValue value;
        try {
            value = config.getConfigValue(name);
        } catch (ConfigurationException unresolved) {
            return Optional.of(String.valueOf(unresolved.getMessage()));
        }
        if (PORTS.contains(name)) {
            return port(name, value);
        }
        Optional<Setting> setting = Setting.of(name);
        String text = value.getValue();
        if (setting.isEmpty() || text == null) {
            return Optional.empty();
        }
        // Java's parsers of numbers also take the digits of other scripts.
        return setting.get().isNumber() && !isAscii(text)
                ? Optional.of(refused(name, setting.get().expected(), text))
                : Optional.empty();
    }

    private static Optional<String> port(String name, ConfigValue value) {
        String text = value.getValue() == null ? "0" : value.getValue().strip();
        boolean isPort = text.matches("\\+?[0-9]{1,9}") && Integer.parseInt(text) <= HIGHEST_PORT;
        return isPort
                ? Optional.empty()
                : Optional.of(refused(name, String.format(Locale.ROOT, "a port from 0 to %d", HIGHEST_PORT), text));
    }

    private static String inPlainWords(String problem) {
        // Before its code stands the name of a class.
        String words = problem.substring(Math.max(0, problem.indexOf("SRCFG")));
        Matcher notConverted = NOT_CONVERTED.matcher(words);
        if (notConverted.matches()) {
            return refused(notConverted.group(1), expected(notConverted.group(1)), notConverted.group(2));
        }
        Matcher nowhere = NOWHERE.matcher(words);
        if (nowhere.matches()) {
            return SettingNames.unknown(nowhere.group(1));
        }
        Matcher missing = MISSING.matcher(words);
        if (missing.matches()) {
            return String.format(Locale.ROOT, "%s: expected a value, got none", missing.group(1));
        }
        Matcher empty = EMPTY.matcher(words);
        return empty.matches()
                ? String.format(Locale.ROOT, "%s: expected a value, got an empty one", empty.group(1))
                : LIBRARY_WORDS.matcher(words).replaceAll("");
    }

    private static String expected(String key) {
        return PORTS.contains(key)
                ? String.format(Locale.ROOT, "a port from 0 to %d", HIGHEST_PORT)
                : Setting.of(key).map(Setting::expected).orElse("another value");
    }

    private static String refused(String key, String expected, String got) {
        return String.format(Locale.ROOT, "%s: expected %s, got '%s'", key, expected, got);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
