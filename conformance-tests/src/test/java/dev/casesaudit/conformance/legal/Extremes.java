package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Events with the shortest and the longest members. */
final class Extremes {

    private static final List<Constraint> LENGTHS = Contract.read().constraints().stream()
            .filter(one -> one.keyword() == Keyword.LENGTH)
            .filter(one -> !one.member().startsWith(Contract.INPUT))
            .filter(one -> !one.member().startsWith("header."))
            .toList();

    private Extremes() {}

    static Stream<Oddity> all() {
        return Stream.of(
                new Oddity("members-at-their-shortest", () -> new Stretched(Constraint::minimum)),
                new Oddity("members-at-their-longest", () -> new Stretched(Constraint::maximum)));
    }

    /** The members of events with a length. */
    static List<String> members() {
        return LENGTHS.stream()
                .map(Constraint::member)
                .filter(member -> !member.startsWith(Contract.OUTPUT))
                .toList();
    }

    /** Adds an event for each member with a length to the case of every shape. */
    private static final class Stretched extends Service {

        private final ToLongFunction<Constraint> length;

        Stretched(ToLongFunction<Constraint> length) {
            this.length = length;
        }

        @Override
        protected List<JsonNode> history(CaseRef one) {
            List<JsonNode> events = new ArrayList<>(super.history(one));
            if (one.caseId().equals("every-shape")) {
                for (Constraint constraint : LENGTHS) {
                    super.history(one).stream()
                            .filter(event -> event.findValue(name(constraint)) != null)
                            .findFirst()
                            .ifPresent(event -> events.add(stretched(event.deepCopy(), constraint)));
                }
            }
            return events;
        }

        private JsonNode stretched(ObjectNode event, Constraint constraint) {
            event.put("eventId", "stretched-" + name(constraint));
            // One code point of four bytes and two UTF-16 units, unless a pattern forbids it.
            String unit = constraint.schema().has("pattern") ? "a" : "\uD83D\uDCE6";
            String value = unit.repeat((int) length.applyAsLong(constraint));
            event.findParents(name(constraint)).forEach(parent -> ((ObjectNode) parent).put(name(constraint), value));
            return event;
        }

        private static String name(Constraint constraint) {
            return constraint.member().substring(constraint.member().indexOf('.') + 1);
        }
    }
}
