package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Turns JSON into what the AWS SDK holds, and back, by the SDK's own metadata. */
final class SdkJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SdkJson() {}

    /** Sets every member of the builder that the JSON object has. */
    static void fill(SdkPojo builder, JsonNode object) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (object.has(field.locationName())) {
                field.set(builder, value(field, object.get(field.locationName())));
            }
        }
    }

    private static Object value(SdkField<?> field, JsonNode json) {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            SdkPojo builder = field.constructor().get();
            fill(builder, json);
            return ((Buildable) builder).build();
        }
        if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> item = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            return ContractDocument.stream(json.elements())
                    .map(one -> value(item, one))
                    .toList();
        }
        return JSON.convertValue(json, field.marshallingType().getTargetClass());
    }

    static ObjectNode read(SdkPojo pojo) {
        ObjectNode object = JSON.createObjectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            // The SDK gives these for a member that was absent.
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                object.set(field.locationName(), node(value));
            }
        }
        return object;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof SdkPojo pojo) {
            return read(pojo);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.createArrayNode();
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        return JSON.valueToTree(value instanceof Instant ? value.toString() : value);
    }
}
