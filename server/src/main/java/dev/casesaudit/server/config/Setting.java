package dev.casesaudit.server.config;

import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One key that an operator can set.
 *
 * @param key such as {@code cases.journal.size}, with {@code *} for a name that the operator chooses
 * @param standard the default value
 * @param check of its value
 */
record Setting(String key, Optional<String> standard, ValueCheck check) {

    static final String PREFIX = "cases.";

    private static final Pattern ITEM = Pattern.compile("\\[[0-9]+\\]$");
    private static final List<Setting> OWN = of(CasesConfig.class, "cases").toList();
    private static final Set<String> SECRETS = Set.of(
            "cases.token.key",
            "cases.control.token",
            "cases.auth.keys.*.secret-access-key",
            "cases.auth.keys.*.session-token");
    /** Returns all settings under the prefix {@code cases}. */
    static List<Setting> own() {
        return OWN;
    }

    /** Returns the setting of a key; empty if there is none. */
    static Optional<Setting> of(String key) {
        // Asked for each of the hundreds of keys that Quarkus reads at a start.
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        // A list may also be set item by item.
        String whole = ITEM.matcher(key).replaceFirst("");
        return OWN.stream().filter(setting -> setting.isSetBy(whole)).findFirst();
    }

    private boolean isSetBy(String whole) {
        int star = key.indexOf('*');
        return star < 0
                ? whole.equals(key)
                : whole.length() >= key.length()
                        && whole.startsWith(key.substring(0, star))
                        && whole.endsWith(key.substring(star + 1));
    }

    /** Whether an empty value is an error instead of unset: a missing value would open access. */
    boolean restrictsAccess() {
        return isSecret() || key.startsWith("cases.auth.") || key.equals("cases.control.enabled");
    }

    /** Whether its value is read literally and never printed. */
    boolean isSecret() {
        return SECRETS.contains(key);
    }

    /** Describes a valid value. */
    String expected() {
        return check.expected();
    }

    /** Returns the problem of a value, such as {@code expected 1K to 10M, got 20M}; empty if it is valid. */
    Optional<String> problem(String value) {
        return value.isBlank() && restrictsAccess()
                ? Optional.of("expected a value, got an empty one")
                : check.problem(value);
    }

    private static Stream<Setting> of(Class<?> group, String path) {
        return Arrays.stream(group.getMethods()).flatMap(method -> of(method, path));
    }

    private static Stream<Setting> of(Method method, String path) {
        String key = path + '.' + kebab(method.getName());
        Type type = method.getGenericReturnType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return of((Class<?>) generic.getActualTypeArguments()[1], key + ".*");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            type = generic.getActualTypeArguments()[0];
        }
        Class<?> raw = type instanceof Class<?> simple ? simple : List.class;
        if (raw.getEnclosingClass() == CasesConfig.class && raw.isInterface()) {
            return of(raw, key);
        }
        return Stream.of(new Setting(
                key,
                Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value),
                new ValueCheck(
                        raw,
                        Optional.ofNullable(method.getAnnotation(Range.class)).map(ValueCheck.Bounds::of),
                        Optional.ofNullable(method.getAnnotation(Text.class)))));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
