package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key that an operator may set.
 *
 * @param key such as {@code cases.journal.size}, with {@code *} for a name of the operator's
 * @param type of its value
 * @param standard its value where it is not set
 */
record Setting(String key, Class<?> type, Optional<String> standard) {

    static final String PREFIX = "cases.";

    private static final List<Setting> OWN = of(CasesConfig.class, "cases").toList();
    private static final Set<String> SECRETS = Set.of(
            "cases.token.key",
            "cases.control.token",
            "cases.auth.keys.*.secret-access-key",
            "cases.auth.keys.*.session-token");
    private static final List<Class<?>> NUMBERS =
            List.of(int.class, long.class, double.class, OptionalInt.class, Duration.class, MemorySize.class);

    /** All under the prefix {@code cases}. */
    static List<Setting> own() {
        return OWN;
    }

    /** The one that a key sets, if there is one. */
    static Optional<Setting> of(String key) {
        return OWN.stream().filter(setting -> setting.isSetBy(key)).findFirst();
    }

    private boolean isSetBy(String name) {
        // A list may also be set item by item.
        String whole = name.replaceAll("\\[[0-9]+\\]$", "");
        int star = key.indexOf('*');
        return star < 0
                ? whole.equals(key)
                : whole.length() >= key.length()
                        && whole.startsWith(key.substring(0, star))
                        && whole.endsWith(key.substring(star + 1));
    }

    /** Whether an empty value must not count as none: a value that did not arrive would leave a door open. */
    boolean restrictsAccess() {
        return isSecret() || key.startsWith("cases.auth.") || key.equals("cases.control.enabled");
    }

    /** Whether its value is taken literally, whatever characters are in it, and never printed. */
    boolean isSecret() {
        return SECRETS.contains(key);
    }

    boolean isNumber() {
        return NUMBERS.contains(type);
    }

    /** What its value is to be, in words. */
    String expected() {
        if (type == int.class || type == long.class || type == OptionalInt.class) {
            return "a whole number";
        } else if (type == double.class) {
            return "a number";
        } else if (type == Duration.class) {
            return "a time such as 500ms, 30s or 2m";
        } else if (type == MemorySize.class) {
            return "a size such as 64K or 1M";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == Instant.class) {
            return "a time such as 2026-12-31T00:00:00Z";
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return "another value";
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
                raw,
                Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value)));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
