package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import jakarta.annotation.Priority;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Treats an empty setting as not set, as in {@code CASES_FIXTURES=}, unless it restricts access. */
@Priority(BlankSettings.BEFORE_ALL_OTHERS)
public final class BlankSettings implements ConfigSourceInterceptor {

    static final int BEFORE_ALL_OTHERS = 10_000;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        Optional<Setting> blank = blank(name, value);
        return value == null || blank.isEmpty()
                ? value
                : blank.get().standard().map(value::withValue).orElse(null);
    }

    // An optional group such as the rate limit exists as soon as one of its names does.
    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(context.iterateNames(), Spliterator.ORDERED), false)
                .filter(name -> !isBlank(context, name))
                .iterator();
    }

    private static boolean isBlank(ConfigSourceInterceptorContext context, String name) {
        try {
            return name.startsWith(Setting.PREFIX)
                    && blank(name, context.proceed(name)).isPresent();
        } catch (ConfigurationException e) {
            // An expression that cannot be resolved is reported where the value is read.
            return false;
        }
    }

    private static Optional<Setting> blank(String name, @Nullable ConfigValue value) {
        return value != null
                        && value.getValue() != null
                        && value.getValue().isBlank()
                        && name.startsWith(Setting.PREFIX)
                ? Setting.of(name).filter(setting -> !setting.restrictsAccess())
                : Optional.empty();
    }
}
