package dev.casesaudit.server.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names that set nothing, and suggests the intended ones. */
public final class SettingNames {

    private static final String VARIABLES = "CASES_";
    private static final List<String> OF_QUARKUS =
            List.of("quarkus.http.port", "quarkus.http.host", "quarkus.http.cors.enabled", "quarkus.http.cors.origins");
    private static final int MOST_SUGGESTIONS = 3;
    private static final List<String> OF_ACCESS = List.of("CASES_AUTH_", "CASES_CONTROL_", "CASES_TOKEN_");
    private static final Pattern OF_A_KEY = Pattern.compile("cases[.]auth[.]keys[.]\"?([^.\"]+)\"?[.][^.]+");
    private static final Pattern VARIABLE_OF_A_KEY = Pattern.compile(
            "CASES_AUTH_KEYS_(.+_.+)_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|EXPIRES|DOMAINS)(?:_[0-9]+_)?");

    // Kubernetes and Docker set these in each container for a service or link whose name begins with cases.
    private static final Pattern OF_A_SERVICE = Pattern.compile("CASES_(.*_)?(SERVICE_(HOST|PORT)(_.*)?|NAME|ENV_.*"
            + "|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR|START|END))?)?)");

    private SettingNames() {}

    /** Says that there is no setting of this name, and which was meant. */
    public static String unknown(String key) {
        return unknown(key, meantBy(key));
    }

    private static String unknown(String key, List<String> meant) {
        return meant.isEmpty()
                ? String.format(Locale.ROOT, "%s: there is no such setting", key)
                : String.format(
                        Locale.ROOT, "%s: there is no such setting; did you mean %s?", key, String.join(" or ", meant));
    }

    /** Returns the problems of properties that are written like environment variables: they set nothing. */
    static List<String> inOtherLetters(Collection<String> properties) {
        return properties.stream()
                .filter(name -> plain(name).startsWith(Setting.PREFIX) && !name.startsWith(Setting.PREFIX))
                .sorted()
                .map(name -> unknown(name, keysMeantBy(name)))
                .toList();
    }

    /**
     * Returns the problems of variables for a setting with a name that the operator chooses: each {@code _} may stand
     * for any character.
     *
     * @param names of all settings that are set
     */
    static List<String> nameless(Set<String> variables, Collection<String> names) {
        Set<String> known = names.stream()
                .map(OF_A_KEY::matcher)
                .filter(Matcher::matches)
                .map(name -> variable(name.group(1)))
                .collect(Collectors.toSet());
        return variables.stream()
                .sorted()
                .map(VARIABLE_OF_A_KEY::matcher)
                .filter(variable -> variable.matches() && !known.contains(variable.group(1)))
                .map(variable -> String.format(
                        Locale.ROOT,
                        "%s: expected a name of letters and digits for the key, got %s: call it %s",
                        variable.group(),
                        variable.group(1),
                        variable.group(1).replace("_", "")))
                .toList();
    }

    /** Whether it looks like a setting that restricts access, which must not be ignored. */
    static boolean restrictsAccess(String variable) {
        return OF_ACCESS.stream().anyMatch(variable.toUpperCase(Locale.ROOT)::startsWith);
    }

    /** Returns the problems of variables that look like settings and are none. */
    static List<String> unknownVariables(Set<String> variables) {
        return variables.stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(VARIABLES))
                .filter(name -> !isKnown(name) && !OF_A_SERVICE.matcher(name).matches())
                .sorted()
                .toList();
    }

    private static boolean isKnown(String variable) {
        String name = variable.replaceAll("_[0-9]+_?$", "");
        return Setting.own().stream()
                .map(setting -> Pattern.compile(variable(setting.key()).replace("*", ".+")))
                .anyMatch(pattern -> pattern.matcher(variable).matches()
                        || pattern.matcher(name).matches());
    }

    /** Returns the keys or variables that resemble a name. */
    static List<String> meantBy(String name) {
        List<String> keys = keysMeantBy(name);
        return name.toUpperCase(Locale.ROOT).startsWith(VARIABLES)
                ? keys.stream().map(SettingNames::variable).toList()
                : keys;
    }

    private static List<String> keysMeantBy(String name) {
        String plain = plain(name);
        String tail = plain.substring(plain.indexOf('.') + 1);
        List<String> keys = Stream.concat(Setting.own().stream().map(Setting::key), OF_QUARKUS.stream())
                .map(key -> key.replace("*", owner(name)))
                .toList();
        List<String> near = Similarity.nearest(
                        plain, keys.stream().map(SettingNames::plain).toList())
                .map(meant -> keys.stream()
                        .filter(key -> plain(key).equals(meant))
                        .limit(1)
                        .toList())
                .orElse(List.of());
        return near.isEmpty()
                ? keys.stream()
                        .filter(key ->
                                plain(key).endsWith('.' + tail) || plain(key).startsWith(plain + '.'))
                        .sorted()
                        .limit(MOST_SUGGESTIONS)
                        .toList()
                : near;
    }

    // The name that the operator chose, in cases.auth.keys.NAME.expires.
    private static String owner(String name) {
        String[] parts = name.split("[._]", -1);
        return parts.length > 3 ? parts[3] : "NAME";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", ".");
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }
}
