package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A case for every role, small enough for a hundred walks. */
final class StubWorld {

    static final String DOMAIN = "stub-domain";
    static final String OTHER_DOMAIN = "other-domain";

    /** Long enough for three pages. */
    static final int LONG = 53;

    private static final List<JsonNode> EVERY_SHAPE = everyShape();

    private final Map<CaseRef, List<JsonNode>> histories = new LinkedHashMap<>();
    private final Map<Role, CaseRef> roles = new EnumMap<>(Role.class);

    StubWorld() {
        add(Role.EMPTY, 0);
        add(Role.ONE_EVENT, 1);
        add(Role.SOME_EVENTS, 3);
        add(Role.FULL_PAGE, 25);
        add(Role.TWO_PAGES, 26);
        add(Role.LONG, LONG);
        CaseRef everyShape = new CaseRef(DOMAIN, "every-shape");
        roles.put(Role.EVERY_SHAPE, everyShape);
        histories.put(everyShape, EVERY_SHAPE);
        // A case of the first domain has the same id and other events.
        CaseRef second = new CaseRef(OTHER_DOMAIN, "two-pages");
        roles.put(Role.SECOND_DOMAIN, second);
        histories.put(second, events("other", 26));
        for (Role failing : List.of(Role.DENIED, Role.THROTTLED, Role.INTERNAL_ERROR)) {
            roles.put(failing, new CaseRef(DOMAIN, failing.label()));
        }
    }

    Map<Role, CaseRef> roles() {
        return roles;
    }

    boolean hasDomain(String id) {
        return id.equals(DOMAIN) || id.equals(OTHER_DOMAIN);
    }

    Optional<List<JsonNode>> history(CaseRef one) {
        return Optional.ofNullable(histories.get(one));
    }

    private void add(Role role, int size) {
        CaseRef one = new CaseRef(DOMAIN, role.label());
        roles.put(role, one);
        histories.put(one, events(role.label(), size));
    }

    private static List<JsonNode> events(String prefix, int size) {
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("eventId", String.format(Locale.ROOT, "%s-%03d", prefix, size - i));
            event.put("type", "Case.Updated");
            event.put(
                    "performedTime", String.format(Locale.ROOT, "2026-03-%02dT09:%02d:00Z", 27 - i / 60, 59 - i % 60));
            ObjectNode field = event.putArray("fields").addObject().put("eventFieldId", "status");
            field.putObject("oldValue").put("stringValue", "open");
            field.putObject("newValue").put("stringValue", "closed");
            event.putObject("performedBy").put("iamPrincipalArn", "arn:aws:iam::111122223333:role/Agent");
            events.add(event);
        }
        return events;
    }

    private static List<JsonNode> everyShape() {
        List<JsonNode> events = new ArrayList<>();
        Documents.packaged(StubWorld.class, "/every-shape.yaml").forEach(events::add);
        return events;
    }
}
