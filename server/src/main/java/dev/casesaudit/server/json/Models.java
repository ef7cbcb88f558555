package dev.casesaudit.server.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes generated models of values that were read and checked. */
public final class Models {

    private Models() {}

    /** Returns the model of a valid map or tree. */
    public static <T> T of(Object valid, Class<T> model) {
        return Mapper.OF_MODELS.convertValue(valid, model);
    }

    // Created with the first model that is read, which no start does: it takes a tenth of a second.
    private static final class Mapper {
        private static final ObjectMapper OF_MODELS = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(unions())
                .build();

        private static SimpleModule unions() {
            SimpleModule module = new SimpleModule();
            module.setDeserializers(new SimpleDeserializers() {
                @Override
                public @Nullable JsonDeserializer<?> findBeanDeserializer(
                        JavaType type, DeserializationConfig config, BeanDescription description) {
                    return type.getRawClass().isSealed() ? new Union(type.getRawClass()) : null;
                }
            });
            return module;
        }
    }

    /** Reads a tagged union: an object with one member, the name of an arm. */
    private static final class Union extends JsonDeserializer<Object> {

        private final Map<String, Constructor<?>> arms = new HashMap<>();

        Union(Class<?> union) {
            for (Class<?> arm : union.getPermittedSubclasses()) {
                RecordComponent member = arm.getRecordComponents()[0];
                arms.put(
                        member.getAccessor().getAnnotation(JsonProperty.class).value(),
                        arm.getDeclaredConstructors()[0]);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Constructor<?> arm = Objects.requireNonNull(
                    arms.get(json.nextFieldName()), "an input with another arm is refused before");
            json.nextToken();
            Object value = context.readValue(json, context.constructType(arm.getGenericParameterTypes()[0]));
            json.nextToken();
            try {
                return arm.newInstance(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("not an arm: " + arm, e);
            }
        }
    }
}
