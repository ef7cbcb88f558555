package dev.casesaudit.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object that the control API returned. */
record JsonObject(Map<?, ?> members) {

    private static final double NANOS_OF_A_MILLISECOND = 1_000_000;

    static JsonObject read(String json) {
        return of(Yaml.readJson(json));
    }

    static JsonObject of(@Nullable Object value) {
        return new JsonObject(value instanceof Map<?, ?> members ? members : Map.of());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name)).map(Object::toString);
    }

    String requiredText(String name) {
        return text(name).orElse("");
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    Optional<Integer> number(String name) {
        return members.get(name) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    int count(String name) {
        return number(name).orElse(0);
    }

    Optional<Instant> time(String name) {
        return text(name).map(Instant::parse);
    }

    Optional<Duration> milliseconds(String name) {
        return members.get(name) instanceof Number millis
                ? Optional.of(Duration.ofNanos(Math.round(millis.doubleValue() * NANOS_OF_A_MILLISECOND)))
                : Optional.empty();
    }

    Optional<JsonObject> object(String name) {
        return members.get(name) instanceof Map<?, ?> object ? Optional.of(new JsonObject(object)) : Optional.empty();
    }

    <T> List<T> list(String name, Function<JsonObject, T> item) {
        return values(name).stream().map(value -> item.apply(of(value))).toList();
    }

    List<String> texts(String name) {
        return values(name).stream().map(String::valueOf).toList();
    }

    private List<?> values(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }
}
