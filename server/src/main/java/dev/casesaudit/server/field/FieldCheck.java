package dev.casesaudit.server.field;

import dev.casesaudit.api.model.FieldType;
import dev.casesaudit.api.model.FieldValue;
import dev.casesaudit.api.model.FieldValueUnion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks values of a request against the fields of a domain. Reports every problem. */
public final class FieldCheck {

    // The arm of each type. A time and a URL are texts.
    private static final Map<FieldType, Class<? extends FieldValueUnion>> ARMS = Map.of(
            FieldType.NUMBER, FieldValueUnion.DoubleValue.class,
            FieldType.BOOLEAN, FieldValueUnion.BooleanValue.class,
            FieldType.USER, FieldValueUnion.UserArnValue.class);

    private final DomainSchema schema;
    private final BiConsumer<String, String> problems;

    /** @param problems takes a JSON pointer, and what must hold there */
    public FieldCheck(DomainSchema schema, BiConsumer<String, String> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /** Checks values for a new case. */
    public void create(List<FieldValue> values, Template template) {
        values(values, "/fields", template.requiredFields());
        template.requiredFields().stream()
                .filter(required ->
                        values.stream().noneMatch(value -> value.getId().equals(required)))
                .forEach(missing -> problems.accept(
                        "/fields",
                        String.format(Locale.ROOT, "Template %s requires the field %s", template.id(), missing)));
    }

    /** Checks values for an existing case. */
    public void update(List<FieldValue> values, Template template) {
        values(values, "/fields", template.requiredFields());
    }

    /** Checks values of something other than a case. */
    public void values(List<FieldValue> values, String pointer) {
        values(values, pointer, List.of());
    }

    private void values(List<FieldValue> values, String pointer, List<String> required) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            FieldValue value = values.get(i);
            String place = pointer + '/' + i;
            if (!seen.add(value.getId())) {
                problems.accept(place + "/id", "The field " + value.getId() + " must be listed once");
            }
            value(value.getId(), value.getValue(), place);
            if (FieldValues.isEmpty(value.getValue()) && required.contains(value.getId())) {
                problems.accept(place + "/value", "The field " + value.getId() + " is required and must have a value");
            }
        }
    }

    /** Checks that a field exists. */
    public Optional<Field> field(String id, String pointer) {
        Optional<Field> field = schema.field(id);
        if (field.isEmpty()) {
            problems.accept(pointer, "The domain has no field " + id);
        }
        return field;
    }

    private void value(String id, FieldValueUnion value, String place) {
        field(id, place + "/id").ifPresent(field -> {
            if (SystemFields.KEPT_BY_THE_SERVICE.contains(id)) {
                problems.accept(place + "/id", "The field " + id + " must not be written: the service keeps it");
            } else {
                value(field, value, place + "/value");
            }
        });
    }

    /** Checks the value of a field. */
    public void value(Field field, FieldValueUnion value, String pointer) {
        if (FieldValues.isEmpty(value)) {
            return;
        }
        Class<? extends FieldValueUnion> arm = ARMS.getOrDefault(field.type(), FieldValueUnion.StringValue.class);
        if (!arm.isInstance(value)) {
            String name = arm.getSimpleName();
            problems.accept(
                    pointer,
                    String.format(
                            Locale.ROOT,
                            "The field %s is of type %s and must have a %s",
                            field.id(),
                            field.type(),
                            name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
        } else if (field.type() == FieldType.SINGLE_SELECT
                && !field.options().contains(((FieldValueUnion.StringValue) value).stringValue())) {
            problems.accept(
                    pointer,
                    String.format(
                            Locale.ROOT,
                            "The field %s must have one of its options: [%s]",
                            field.id(),
                            String.join(", ", field.options())));
        }
    }
}
