package dev.casesaudit.server.request;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.StrictJson;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the input of an operation, and checks it against the constraints of the contract. */
public final class OperationInput {

    private final Contract.Operation operation;
    private final StrictJson.Structure body;

    public OperationInput(Contract.Operation operation) {
        this.operation = operation;
        this.body = (StrictJson.Structure) kind(operation.body());
    }

    /**
     * Returns the members of an input that are not in the path.
     *
     * @param bytes the body; an empty one is an empty object
     * @param query returns the value of a parameter in the query; null for none
     * @throws StrictJson.Malformed if the request is not of the contract's form
     */
    public Map<String, Object> read(byte[] bytes, UnaryOperator<@Nullable String> query) {
        Map<String, Object> members = bytes.length == 0 ? new LinkedHashMap<>() : StrictJson.read(bytes, body);
        operation.query().forEach((name, shape) -> {
            String text = query.apply(name);
            if (text != null) {
                members.put(name, shape instanceof Shape.Text ? text : StrictJson.wholeNumber(name, text));
            }
        });
        return members;
    }

    /**
     * Refuses an input that violates a constraint.
     *
     * @param labels in the order of the path
     * @throws ServiceException a ValidationException with all violations
     */
    public void requireValid(List<String> labels, Map<String, Object> members) {
        Violations violations = new Violations();
        Iterator<String> values = labels.iterator();
        operation.labels().forEach((name, shape) -> check(violations, "", name, shape, values.next()));
        checkMembers(violations, members);
        violations.throwIfAny();
    }

    /** Whether the members violate no constraint. */
    public boolean isValid(Map<String, Object> members) {
        Violations violations = new Violations();
        checkMembers(violations, members);
        return violations.areNone();
    }

    private void checkMembers(Violations violations, Map<String, Object> members) {
        operation.query().forEach((name, shape) -> {
            if (members.containsKey(name)) {
                check(violations, "", name, shape, members.get(name));
            }
        });
        structure(violations, "", (Shape.Structure) operation.body(), members);
    }

    private static void structure(Violations violations, String pointer, Shape.Structure shape, Map<?, ?> members) {
        shape.members().forEach((name, member) -> {
            Object value = members.get(name);
            if (value != null) {
                check(violations, pointer, name, member.shape(), value);
            } else if (member.required()) {
                violations.add(pointer + '/' + name, "Member must not be null");
            }
        });
    }

    private static void check(Violations violations, String parent, Object name, Shape shape, Object value) {
        if (shape instanceof Shape.Text text) {
            violations.check(parent, name, text, (String) value);
        } else if (shape instanceof Shape.WholeNumber number) {
            violations.check(parent, name, number, (Integer) value);
        } else if (shape instanceof Shape.LongNumber number) {
            violations.check(parent, name, number, (Long) value);
        } else if (shape instanceof Shape.ListOf list) {
            List<?> items = (List<?>) value;
            String pointer = parent + '/' + name;
            if (violations.checkLength(pointer, items.size(), list.minItems(), list.maxItems())) {
                for (int i = 0; i < items.size(); i++) {
                    check(violations, pointer, i, list.item(), items.get(i));
                }
            }
        } else if (shape instanceof Shape.MapOf map) {
            Map<?, ?> entries = (Map<?, ?>) value;
            String pointer = parent + '/' + name;
            if (violations.checkLength(pointer, entries.size(), 0, map.maxEntries())) {
                entries.forEach((key, one) -> {
                    check(violations, pointer, key, map.key(), key);
                    check(violations, pointer, key, map.value(), one);
                });
            }
        } else if (shape instanceof Shape.Structure structure) {
            structure(violations, parent + '/' + name, structure, (Map<?, ?>) value);
        } else if (shape instanceof Shape.Union union) {
            ((Map<?, ?>) value)
                    .forEach((arm, one) -> check(
                            violations,
                            parent + '/' + name,
                            arm,
                            Objects.requireNonNull(union.arms().get(String.valueOf(arm)), "no other arm is read"),
                            one));
        }
    }

    private static StrictJson.Kind kind(Shape shape) {
        if (shape instanceof Shape.Text) {
            return StrictJson.Simple.TEXT;
        } else if (shape instanceof Shape.WholeNumber) {
            return StrictJson.Simple.WHOLE_NUMBER;
        } else if (shape instanceof Shape.LongNumber) {
            return StrictJson.Simple.LONG_NUMBER;
        } else if (shape instanceof Shape.DoubleNumber) {
            return StrictJson.Simple.DOUBLE;
        } else if (shape instanceof Shape.Flag) {
            return StrictJson.Simple.FLAG;
        } else if (shape instanceof Shape.ListOf list) {
            return new StrictJson.ListOf(kind(list.item()));
        } else if (shape instanceof Shape.MapOf map) {
            return new StrictJson.MapOf(kind(map.value()));
        } else if (shape instanceof Shape.Union union) {
            return new StrictJson.Union(kinds(union.arms(), Function.identity()));
        } else if (shape instanceof Shape.Structure structure) {
            return new StrictJson.Structure(kinds(structure.members(), Shape.Member::shape));
        }
        throw new IllegalStateException("no input has a " + shape);
    }

    private static <T> Map<String, StrictJson.Kind> kinds(Map<String, T> members, Function<T, Shape> shape) {
        return members.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> kind(shape.apply(one.getValue())), (a, b) -> a, HashMap::new));
    }
}
