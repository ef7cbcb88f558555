package dev.casesaudit.api;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** The members of each shape, as AWS's model has them: read from the metadata that the AWS SDK carries. */
final class AwsShapes {

    private AwsShapes() {}

    /** Returns each structure that can be reached from this one, by name, this one included. */
    static Map<String, SdkPojo> reachedFrom(SdkPojo pojo) {
        Map<String, SdkPojo> reached = new TreeMap<>();
        reach(pojo, reached);
        return reached;
    }

    static List<Member> members(SdkPojo pojo) {
        return pojo.sdkFields().stream()
                .map(field -> new Member(field.locationName(), place(field), typeOf(pojo, field)))
                .toList();
    }

    /** Returns the constants that tell the arms of a union apart; empty if the structure is no union. */
    static List<String> armConstants(SdkPojo pojo) {
        return Arrays.stream(shape(pojo).getDeclaredClasses())
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Object::toString)
                .filter(constant -> !constant.equals("UNKNOWN_TO_SDK_VERSION"))
                .toList();
    }

    /** Returns the enumerations that members of a structure are of. */
    static Stream<Class<?>> enumerations(SdkPojo pojo) {
        return pojo.sdkFields().stream().flatMap(field -> enumeration(pojo, field).stream());
    }

    private static void reach(SdkPojo pojo, Map<String, SdkPojo> reached) {
        if (reached.putIfAbsent(shape(pojo).getSimpleName(), pojo) == null) {
            pojo.sdkFields().stream()
                    .map(field -> field.getOptionalTrait(ListTrait.class)
                            .<SdkField<?>>map(ListTrait::memberFieldInfo)
                            .orElse(field))
                    .filter(field -> field.constructor() != null)
                    .forEach(field -> reach(field.constructor().get(), reached));
        }
    }

    private static String place(SdkField<?> field) {
        return switch (field.location()) {
            case PAYLOAD -> "body";
            case QUERY_PARAM -> "query";
            default -> field.location().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String typeOf(SdkPojo owner, SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING ->
                enumeration(owner, field)
                        .map(type -> "enum " + type.getSimpleName())
                        .orElse("string");
            case INTEGER -> "integer int32";
            case LONG -> "integer int64";
            case MAP -> "map of strings";
            // restJson1 writes the doubles that JSON has no literal for as strings.
            case DOUBLE -> "number double or string";
            case BOOLEAN -> "boolean";
            case INSTANT ->
                field.getRequiredTrait(TimestampFormatTrait.class).format() == TimestampFormatTrait.Format.ISO_8601
                        ? "string date-time"
                        : "number";
            case LIST ->
                "list of "
                        + typeOf(owner, field.getRequiredTrait(ListTrait.class).memberFieldInfo());
            case SDK_POJO -> shape(field.constructor().get()).getSimpleName();
            default -> throw new IllegalArgumentException("no JSON type is known for " + field.marshallingType());
        };
    }

    // The metadata calls an enumeration a string; only the getter tells.
    private static Optional<Class<?>> enumeration(SdkPojo owner, SdkField<?> field) {
        return Arrays.stream(shape(owner).getDeclaredMethods())
                .filter(method -> method.getName().equalsIgnoreCase(field.memberName()))
                .<Class<?>>map(Method::getReturnType)
                .filter(Class::isEnum)
                .findFirst();
    }

    // Metadata hands out builders, which are nested in the shape they build.
    private static Class<?> shape(SdkPojo pojo) {
        Class<?> outer = pojo.getClass().getEnclosingClass();
        return outer == null ? pojo.getClass() : outer;
    }
}
