package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import jakarta.annotation.Priority;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses settings whose expression cannot be resolved, and reads secrets literally.
 *
 * <p>The library alone treats an optional setting with such an expression as not set: a mock whose token is missing
 * would be open to everybody.
 */
@Priority(ResolvedSettings.AFTER_BLANK_SETTINGS)
public final class ResolvedSettings implements ConfigSourceInterceptor {

    static final int AFTER_BLANK_SETTINGS = BlankSettings.BEFORE_ALL_OTHERS - 1;

    private static final String OF_QUARKUS = "quarkus.";
    private static final int MOST_EXPRESSIONS = 10;

    // A whole value: the name, and a default that is plain text or an expression of this form.
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)(?::([^{}]*|\\$\\{.*}))?}");
    private static final Pattern NOT_FOUND = Pattern.compile(".*Could not expand value (.*) in property .*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern OF_A_SECRET = Pattern.compile(".*(password|secret|credential).*");

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (Setting.of(name).filter(Setting::isSecret).isPresent()) {
            return literal(context, name);
        }
        return name.startsWith(Setting.PREFIX) || name.startsWith(OF_QUARKUS)
                ? resolved(context, name)
                : context.proceed(name);
    }

    private static @Nullable ConfigValue literal(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = Expressions.withoutExpansion(() -> context.proceed(name));
        return value == null || value.getValue() == null
                ? value
                : value.withValue(literal(context, name, value.getValue(), 0));
    }

    // A value that is one expression is the place of a secret; the value found there is literal again.
    private static String literal(ConfigSourceInterceptorContext context, String name, String text, int depth) {
        Matcher expression = EXPRESSION.matcher(text);
        if (!expression.matches()) {
            return text;
        }
        String key = expression.group(1);
        ConfigValue found = depth == MOST_EXPRESSIONS ? null : Expressions.withoutExpansion(() -> context.proceed(key));
        String next = found == null || found.getValue() == null ? expression.group(2) : found.getValue();
        // Two colons refer to a secret keys handler of the library, of which the mock has none.
        if (next == null || next.startsWith(":")) {
            throw unresolved(name, key);
        }
        return literal(context, name, next, depth + 1);
    }

    private static @Nullable ConfigValue resolved(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value;
        try {
            value = context.proceed(name);
        } catch (RuntimeException e) {
            throw unresolved(name, "");
        }
        if (value != null && value.hasProblems()) {
            throw unresolved(
                    name,
                    // No part of a password is printed.
                    OF_A_SECRET.matcher(name).matches()
                            ? ""
                            : value.getProblems().stream()
                                    .map(Problem::getMessage)
                                    .map(NOT_FOUND::matcher)
                                    .filter(Matcher::matches)
                                    .map(found -> found.group(1))
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
        return value;
    }

    private static ConfigurationException unresolved(String name, String missing) {
        return new ConfigurationException(
                NAME.matcher(missing).matches()
                        ? String.format(
                                Locale.ROOT,
                                "%s: expected a value, got ${%s}, and %s is not set: set it, or write the value itself",
                                name,
                                missing,
                                missing)
                        : String.format(
                                Locale.ROOT,
                                "%s: expected a value, got an expression that cannot be resolved: write \\$ for a $ that"
                                        + " begins none",
                                name));
    }
}
