package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Unusual pages of a history. */
final class OddWalks {

    private OddWalks() {}

    static Stream<Oddity> all() {
        return Stream.of(
                new Oddity("oldest-events-first", OldestFirst::new),
                new Oddity("pages-of-ten-events-at-most", ShortPages::new),
                new Oddity("histories-that-grow-now-and-then", Growing::new),
                new Oddity("an-empty-page-before-each-but-the-first", Pauses::new),
                new Oddity(
                        "tokens-of-9000-characters",
                        () -> new Suffixed(token -> "~".repeat(9_000 - 1 - token.length()))),
                new Oddity(
                        "tokens-that-never-come-twice",
                        () -> new Suffixed(token -> UUID.randomUUID().toString())));
    }

    private static final class OldestFirst extends Service {
        @Override
        protected List<JsonNode> history(CaseRef one) {
            List<JsonNode> events = new ArrayList<>(super.history(one));
            Collections.reverse(events);
            return events;
        }
    }

    /** Adds an event after every fifty pages of a case. */
    private static final class Growing extends Service {

        private int pages;

        @Override
        protected synchronized List<JsonNode> history(CaseRef one) {
            List<JsonNode> events = new ArrayList<>(super.history(one));
            if (one.caseId().equals("some-events")) {
                pages++;
                for (int i = 1; i <= pages / 50; i++) {
                    ObjectNode event = events.get(0).deepCopy();
                    events.add(0, event.put("eventId", String.format(Locale.ROOT, "some-events-1%02d", i)));
                }
            }
            return events;
        }
    }

    private static final class ShortPages extends Service {
        @Override
        protected int size(StubInput input) {
            return Math.min(super.size(input), 10);
        }
    }

    /** Responds to the first use of a token with an empty page and another token. */
    private static final class Pauses extends Service {

        private static final String PAUSE = "pause-";

        @Override
        protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
            if (input.nextToken().filter(token -> token.startsWith(PAUSE)).isEmpty()) {
                return super.slice(input, history, from);
            }
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            page.putArray("auditEvents");
            return page.put("nextToken", super.encode(input.of(), from));
        }

        @Override
        protected String encode(CaseRef of, int position) {
            return PAUSE + super.encode(of, position);
        }

        @Override
        protected int decode(String token, CaseRef of) {
            return super.decode(token.startsWith(PAUSE) ? token.substring(PAUSE.length()) : token, of);
        }
    }

    /** Tokens with a meaningless end that is still required. */
    private static final class Suffixed extends Service {

        private final Set<String> issued = ConcurrentHashMap.newKeySet();
        private final UnaryOperator<String> suffix;

        Suffixed(UnaryOperator<String> suffix) {
            this.suffix = suffix;
        }

        @Override
        protected String encode(CaseRef of, int position) {
            String place = super.encode(of, position);
            String token = "%s~%s".formatted(place, suffix.apply(place));
            issued.add(token);
            return token;
        }

        @Override
        protected int decode(String token, CaseRef of) {
            return super.decode(issued.contains(token) ? token.substring(0, token.indexOf('~')) : "", of);
        }
    }
}
