package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** Reports all problems of the settings, in words that an operator can use. */
public final class SettingsCheck {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    private static final String OF_QUARKUS = "quarkus.";
    private static final Set<String> PORTS = Set.of("quarkus.http.port", "quarkus.http.ssl-port");
    private static final ValueCheck PORT =
            new ValueCheck(int.class, Optional.of(new ValueCheck.Bounds("0", "", "65535")), Optional.empty());

    // The keys of Quarkus that the mock replaces, and their replacements.
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry("quarkus.http.limits.max-body-size", "cases.limits.body or cases.control.body"),
            Map.entry("quarkus.http.limits.max-connections", "cases.limits.connections"),
            Map.entry("quarkus.http.limits.max-header-size", "cases.limits.headers"),
            Map.entry("quarkus.http.limits.max-initial-line-length", "cases.limits.line"),
            Map.entry("quarkus.http.idle-timeout", "cases.limits.idle"),
            Map.entry("quarkus.http.read-timeout", "cases.limits.read"),
            Map.entry("quarkus.shutdown.timeout", "cases.limits.stopping"));

    // The ordinal of the mock's own application.properties: defaults have a lower one, the operator's settings a higher
    // one.
    private static final int ORDINAL_OF_OWN = 250;

    private static final Pattern OF_A_SETTING = Pattern.compile("(?i)(cases|quarkus)[._]\\S+: ");
    private static final Pattern NOT_CONVERTED = Pattern.compile(
            "SRCFG00039: The config property (\\S+) with the config value \"(.*)\" threw .*", Pattern.DOTALL);
    private static final Pattern NOWHERE = Pattern.compile("SRCFG00050: (\\S+) in .* does not map to any root");
    private static final Pattern EMPTY =
            Pattern.compile("SRCFG00040: The config property (\\S+) is defined as the empty String .*");
    private static final Pattern MISSING = Pattern.compile("SRCFG00014: The config property (\\S+) is required .*");
    private static final Pattern LIBRARY_WORDS = Pattern.compile("^[\\w.$]+(?:Exception|Error): |SRCFG[0-9]{5}: ");

    private SettingsCheck() {}

    /**
     * Checks settings that the library has read.
     *
     * @param others problems that were found elsewhere
     * @throws ConfigurationException with every problem
     */
    public static void check(Config config, Map<String, String> environment, List<String> others) {
        Set<String> variables = variables(config, environment);
        List<String> problems = problems(config, variables);
        problems.addAll(others);
        problems.addAll(SettingFiles.unread(config));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(report(problems));
        }
        SettingNames.unknownVariables(variables)
                .forEach(name -> LOG.warnf("%s sets nothing: the mock has no such setting", name));
    }

    /**
     * Describes the problems of settings that the library has refused.
     *
     * @param refusals the messages of the library, which stops at its first kind of problem
     */
    public static String report(List<String> refusals, Config config, Map<String, String> environment) {
        List<String> plain =
                refusals.stream().map(SettingsCheck::inPlainWords).sorted().toList();
        if (plain.stream().noneMatch(problem -> OF_A_SETTING.matcher(problem).lookingAt())) {
            return String.join("\n", refusals);
        }
        List<String> problems = problems(config, variables(config, environment));
        problems.addAll(plain);
        return report(problems);
    }

    // One problem a key: the first source has more to say.
    private static String report(List<String> problems) {
        Map<String, String> byKey = new LinkedHashMap<>();
        problems.forEach(problem -> byKey.putIfAbsent(problem.split(":", 2)[0], problem));
        return String.join("\n", byKey.values());
    }

    private static List<String> problems(Config config, Set<String> variables) {
        Set<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        // For a variable, not every source knows the key that it sets.
        Setting.own().stream()
                .map(Setting::key)
                .filter(key -> !key.contains("*"))
                .forEach(names::add);
        names.addAll(REPLACED.keySet());
        Set<String> properties = properties(config);
        List<String> problems = new ArrayList<>(mistypedVariables(variables));
        problems.addAll(SettingNames.inOtherLetters(properties));
        problems.addAll(SettingNames.nameless(variables, names));
        names.stream()
                .filter(name -> name.startsWith(OF_QUARKUS)
                        || Setting.of(name).isPresent()
                        || (name.startsWith(Setting.PREFIX) && properties.contains(name)))
                .forEach(name -> problem(config, name).ifPresent(problems::add));
        return problems;
    }

    // Includes the variables of a file .env.
    private static Set<String> variables(Config config, Map<String, String> environment) {
        Set<String> variables = new TreeSet<>(environment.keySet());
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(EnvConfigSource.class::isInstance)
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(name -> name.startsWith("CASES_"))
                .forEach(variables::add);
        return variables;
    }

    // A source of variables also accepts keys in the spelling of variables; no other source does.
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
        if (REPLACED.containsKey(name) && value.getSourceOrdinal() > ORDINAL_OF_OWN) {
            return Optional.of(
                    String.format(Locale.ROOT, "%s: the mock has another limit: set %s", name, REPLACED.get(name)));
        }
        if (PORTS.contains(name)) {
            return Optional.ofNullable(value.getValue()).flatMap(PORT::problem).map(problem -> name + ": " + problem);
        }
        if (name.startsWith(OF_QUARKUS)) {
            return Optional.empty();
        }
        Optional<Setting> setting = Setting.of(name);
        return setting.isEmpty()
                ? Optional.of(SettingNames.unknown(name))
                : Optional.ofNullable(value.getValue())
                        .flatMap(setting.get()::problem)
                        .map(problem -> name + ": " + problem);
    }

    private static String inPlainWords(String problem) {
        // The name of a class precedes the message code.
        String words = problem.substring(Math.max(0, problem.indexOf("SRCFG")));
        Matcher notConverted = NOT_CONVERTED.matcher(words);
        if (notConverted.matches()) {
            return String.format(
                    Locale.ROOT,
                    "%s: expected another value, got %s",
                    notConverted.group(1),
                    ValueCheck.shown(notConverted.group(2)));
        }
        Matcher nowhere = NOWHERE.matcher(words);
        if (nowhere.matches()) {
            return SettingNames.unknown(nowhere.group(1));
        }
        Matcher empty = EMPTY.matcher(words);
        if (empty.matches()) {
            return String.format(Locale.ROOT, "%s: expected a value, got an empty one", empty.group(1));
        }
        Matcher missing = MISSING.matcher(words);
        return missing.matches()
                ? String.format(Locale.ROOT, "%s: expected a value, got none", missing.group(1))
                : LIBRARY_WORDS.matcher(words).replaceAll("");
    }
}
