package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.target.Writes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events of edits. The documents leave open which fields an event lists, whether a service adds events of its own,
 * and when events appear. The checks judge only what every reading of them implies.
 */
public final class RecordingChecks extends CheckTable {

    /** Looks at the edited case; empty if the case does not show the subject of the check. */
    private interface Look {
        Optional<List<Finding>> at(EditedCase edited, Contract contract);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                onEdits("recording-edit-recorded", "no event came in time", RecordingChecks::missing),
                onEdits("recording-edit-recorded-once", "no event has a value of an edit", RecordingChecks::repeated),
                onEdits("recording-event-type", "no event has a known type", RecordingChecks::otherTypes),
                onEdits("recording-new-value", "no event lists an edited field", RecordingChecks::otherNewValues),
                onEdits("recording-old-value", "no event has an oldValue", RecordingChecks::otherOldValues),
                onEdits(
                        "recording-related-item-type",
                        "no event names the type of the related item",
                        RecordingChecks::otherItemTypes),
                onEdits("recording-performed-by-user", "no event names the user", RecordingChecks::otherUsers),
                onEdits("recording-refused-edit", "no edit was refused", RecordingChecks::recordedRefusals),
                onEdits("recording-events-stay", "no event was read twice", RecordingChecks::changes));
    }

    private static Check onEdits(String id, String silence, Look look) {
        return check(id, context -> {
            Optional<Writes> writes = context.profile().writes();
            if (writes.isEmpty()) {
                return Outcome.notTestable("the target profile has no section 'writes'");
            }
            EditedCase edited = EditedCase.of(context, writes.get());
            if (edited.events().isEmpty()) {
                return Outcome.notTestable(edited.obstacles().stream()
                        .findFirst()
                        .orElse(String.format(
                                Locale.ROOT,
                                "no event of the new case came within %s ms; set event-timeout in the section writes",
                                edited.eventTimeout().toMillis())));
            }
            return look.at(edited, context.contract()).map(Outcome::of).orElseGet(() -> unseen(edited, silence));
        });
    }

    // A refused edit is missing. What the documents leave to the target is not.
    private static Outcome unseen(EditedCase edited, String silence) {
        return edited.obstacles().isEmpty()
                ? new Outcome.NotApplicable(silence + ", which the documents allow")
                : Outcome.notTestable(String.join("; ", edited.obstacles()));
    }

    // ---- whether edits are recorded

    private static Optional<List<Finding>> missing(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        boolean late = false;
        boolean laterShown = false;
        for (int i = edited.accepted().size() - 1; i >= 0; i--) {
            Edit edit = edited.accepted().get(i);
            boolean recorded = edited.shown(edit) || edited.mayBeRecorded(edit);
            if (!recorded && laterShown) {
                findings.add(Finding.of(
                        edit.exchange(),
                        String.format(
                                Locale.ROOT,
                                "an event of %s within %d ms, as of a later edit",
                                edit.operation(),
                                edited.eventTimeout().toMillis()),
                        "none"));
            }
            late |= !recorded && !laterShown;
            laterShown |= edited.shown(edit);
        }
        return late && findings.isEmpty() ? Optional.empty() : Optional.of(findings);
    }

    private static Optional<List<Finding>> repeated(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        boolean shown = false;
        for (Edit edit : edited.accepted()) {
            List<RecordedEvent> typed = edited.events().stream()
                    .filter(event -> event.type().equals(edit.type()))
                    .toList();
            // Each of several fields may have an event of its own.
            for (String fieldId : edit.values().keySet()) {
                List<RecordedEvent> own = typed.stream()
                        .filter(event -> edit.ofRelatedItem()
                                ? event.namesItemOf(edit)
                                : edited.shownBy(event).equals(List.of(edit)) && changes(edit, fieldId, event))
                        .toList();
                shown |= !own.isEmpty();
                Optional<RecordedEvent> again = own.stream()
                        .skip(1)
                        .filter(event -> !edit.ofRelatedItem() || sameContent(own.get(0), event))
                        .findFirst();
                if (edit.once() && again.isPresent()) {
                    findings.add(finding(
                            again.get(),
                            "",
                            "one event of " + edit.operation(),
                            "another one besides " + quoted(own.get(0).id())));
                    break;
                }
            }
        }
        return shown ? Optional.of(findings) : Optional.empty();
    }

    // A field with equal values did not change: the event has it for another reason.
    private static boolean changes(Edit edit, String fieldId, RecordedEvent event) {
        return event.fields().stream()
                .filter(field -> field.id().equals(fieldId))
                .anyMatch(field -> edit.wrote(field) && !FieldContent.same(field.oldValue(), field.newValue()));
    }

    private static boolean sameContent(RecordedEvent one, RecordedEvent other) {
        return one.relatedItemType().equals(other.relatedItemType())
                && EventContent.of(one).fields().equals(EventContent.of(other).fields());
    }

    private static Optional<List<Finding>> otherTypes(EditedCase edited, Contract contract) {
        Set<String> known = new HashSet<>();
        contract.constraint("AuditEvent.type", Keyword.ENUM)
                .schema()
                .path("enum")
                .forEach(type -> known.add(type.asText()));
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (Edit edit : edited.accepted()) {
            List<RecordedEvent> own =
                    edited.events().stream().filter(event -> event.shows(edit)).toList();
            boolean right =
                    edited.mayBeRecorded(edit) || has(own, event -> event.type().equals(edit.type()));
            boolean unknown = has(own, event -> !known.contains(event.type()));
            seen |= right || (!own.isEmpty() && !unknown);
            if (!right && !unknown && !own.isEmpty()) {
                findings.add(finding(
                        own.get(0),
                        "/type",
                        quoted(edit.type()) + ", the type of " + edit.operation(),
                        quoted(own.get(0).type())));
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }

    private static boolean has(List<RecordedEvent> events, Predicate<RecordedEvent> condition) {
        return events.stream().anyMatch(condition);
    }

    // ---- what their events say

    private static Optional<List<Finding>> otherNewValues(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (Edit edit : edited.accepted()) {
            if (edit.ofRelatedItem()) {
                continue;
            }
            for (String fieldId : edit.values().keySet()) {
                JsonNode written = edit.values().get(fieldId);
                Predicate<RecordedEvent.Field> right =
                        field -> field.id().equals(fieldId) && FieldContent.same(field.newValue(), written);
                if (edited.events().stream()
                        .anyMatch(event -> event.fields().stream().anyMatch(right))) {
                    seen = true;
                    continue;
                }
                Optional<Finding> wrong = edited.events().stream()
                        .filter(event -> !edit.before().contains(event.id())
                                && event.type().equals(edit.type()))
                        .flatMap(event -> event.fields().stream()
                                .filter(field -> field.id().equals(fieldId) && edited.isForeign(field, edit))
                                .map(field -> new Finding(
                                        field.pointer() + "/newValue",
                                        "the value that " + edit.operation() + " wrote",
                                        described(field.newValue()),
                                        event.page())))
                        .findFirst();
                seen |= wrong.isPresent();
                wrong.ifPresent(findings::add);
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }

    private static Optional<List<Finding>> otherOldValues(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (RecordedEvent event : edited.events()) {
            for (RecordedEvent.Field field : event.fields()) {
                Optional<List<JsonNode>> previous = previous(edited, field);
                if (!FieldContent.given(field.oldValue()) || previous.isEmpty() || isRepeated(edited, field)) {
                    continue;
                }
                seen = true;
                boolean right = previous.get().stream().anyMatch(value -> FieldContent.same(value, field.oldValue()));
                findings.addAll(Finding.unless(
                        right,
                        event.page(),
                        field.pointer() + "/oldValue",
                        "the value before the edit",
                        described(field.oldValue())));
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }

    // An event of another edit may list a field that has not changed, with equal values.
    private static boolean isRepeated(EditedCase edited, RecordedEvent.Field field) {
        return FieldContent.same(field.oldValue(), field.newValue())
                && edited.events().stream()
                                .flatMap(event -> event.fields().stream())
                                .filter(other -> other.id().equals(field.id()))
                                .filter(other -> FieldContent.same(other.newValue(), field.newValue()))
                                .count()
                        > 1;
    }

    /** Returns the values before the edit that a field of an event shows, if there were any and they are known. */
    private static Optional<List<JsonNode>> previous(EditedCase edited, RecordedEvent.Field field) {
        List<JsonNode> skipped = new ArrayList<>();
        for (Edit edit : edited.accepted()) {
            List<JsonNode> previous = edit.previous().getOrDefault(field.id(), List.of());
            if (!edit.ofRelatedItem() && edit.wrote(field)) {
                // An event of several edits has the value before the first of them.
                skipped.addAll(previous);
                return previous.isEmpty() ? Optional.empty() : Optional.of(skipped);
            }
            if (edit.values().containsKey(field.id()) && !edited.shown(edit)) {
                skipped.addAll(previous);
            } else {
                skipped.clear();
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Finding>> otherItemTypes(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (Edit edit : edited.accepted()) {
            List<RecordedEvent> added = edited.events().stream()
                    .filter(event -> edit.ofRelatedItem() && !edit.before().contains(event.id()))
                    .filter(event -> event.type().equals(edit.type()))
                    .toList();
            if (has(added, event -> event.relatedItemType().equals(edit.relatedItemType()))) {
                seen = true;
                continue;
            }
            // Without a type, an event may be the one of the comment, and another one that of a rule of the service.
            boolean unnamed = has(added, event -> event.relatedItemType().isEmpty());
            for (RecordedEvent event : added) {
                if (!unnamed && event.namesItemOf(edit)) {
                    seen = true;
                    findings.add(finding(
                            event,
                            "/relatedItemType",
                            quoted(edit.relatedItemType()),
                            quoted(event.relatedItemType())));
                }
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }

    private static Optional<List<Finding>> otherUsers(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (RecordedEvent event : edited.events()) {
            List<Edit> shown = edited.shownBy(event);
            boolean first = shown.stream().anyMatch(edit -> edited.isFirstOf(edit, event));
            if (!first || event.user().isEmpty()) {
                continue;
            }
            seen = true;
            boolean right = shown.stream().anyMatch(edit -> edit.user().equals(event.user()));
            findings.addAll(Finding.unless(
                    right,
                    event.page(),
                    event.pointer() + "/performedBy/user",
                    "the user in performedBy of " + shown.get(0).operation(),
                    "another one"));
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }

    // ---- what is not recorded, and what stays

    private static Optional<List<Finding>> recordedRefusals(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        for (Edit edit : edited.refused()) {
            for (RecordedEvent event : edited.events()) {
                findings.addAll(Finding.unless(
                        !event.shows(edit) && !event.user().equals(edit.user()),
                        event.page(),
                        event.pointer(),
                        "no event of the refused " + edit.operation(),
                        "one"));
            }
        }
        return edited.refused().isEmpty() ? Optional.empty() : Optional.of(findings);
    }

    private static Optional<List<Finding>> changes(EditedCase edited, Contract contract) {
        List<Finding> findings = new ArrayList<>();
        List<Map<String, RecordedEvent>> readings = edited.readings();
        Map<String, RecordedEvent> last = edited.lastShown();
        Set<String> judged = new HashSet<>();
        for (Map<String, RecordedEvent> reading : readings) {
            for (RecordedEvent event : reading.values()) {
                RecordedEvent now = last.get(event.id());
                if (now == null && judged.add(event.id())) {
                    findings.add(finding(event, "", "the event in later readings too", "none"));
                }
                if (now != null && !EventContent.of(event).isKeptBy(EventContent.of(now)) && judged.add(event.id())) {
                    findings.add(finding(now, "", "the event as it was read before", "another content"));
                }
            }
        }
        return readings.size() < 2 || last.isEmpty() ? Optional.empty() : Optional.of(findings);
    }

    private static Finding finding(RecordedEvent event, String member, String expected, String actual) {
        return new Finding(event.pointer() + member, expected, actual, event.page());
    }

    // Values may be sensitive.
    private static String described(JsonNode union) {
        return union.propertyStream()
                .findFirst()
                .map(arm -> "another value, in " + arm.getKey())
                .orElseGet(() -> Expect.kind(union));
    }
}
