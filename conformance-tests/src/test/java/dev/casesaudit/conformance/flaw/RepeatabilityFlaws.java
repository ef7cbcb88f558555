package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.SaltedTokens;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages and walks that differ when they are read again, or at the same time. */
final class RepeatabilityFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                changesTheOrderOfAFirstPage(),
                movesOnWithEachUseOfAToken(),
                forgetsWhatWasWalked(),
                keepsOnePlacePerCase(),
                forgetsTokensOnANewStart());
    }

    private static Flaw changesTheOrderOfAFirstPage() {
        return Flaw.of("changes-the-order-of-a-first-page", () -> new Service() {
                    private final Set<CaseRef> asked = new HashSet<>();

                    @Override
                    protected synchronized ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        boolean plain = input.maxResults().isEmpty() && from == 0;
                        if (plain && history.size() == 3 && !asked.add(input.of())) {
                            return super.slice(input, reversed(history), from);
                        }
                        return super.slice(input, history, from);
                    }
                })
                .caughtBy(
                        "pagination-first-page-repeatable",
                        "at the response: expected event 'some-events-003' next, as the first time, got event 'some-events-001'");
    }

    private static Flaw movesOnWithEachUseOfAToken() {
        return Flaw.of("moves-on-with-each-use-of-a-token", () -> new SaltedTokens() {
                    private final Map<String, Integer> uses = new HashMap<>();

                    @Override
                    protected synchronized int decode(String token, CaseRef of) {
                        return super.decode(token, of) + uses.merge(token, 1, Integer::sum) - 1;
                    }
                })
                .caughtBy(
                        "pagination-following-page-repeatable",
                        "at the response: expected event 'some-events-002' next, as the token led to before, got event 'some-events-001'");
    }

    private static Flaw forgetsWhatWasWalked() {
        return Flaw.of("hands-events-out-as-from-a-queue", () -> new Service() {
                    private final Set<CaseRef> walked = new HashSet<>();

                    @Override
                    protected synchronized ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        boolean byTwo = input.maxResults().equals(Optional.of(2)) && history.size() == 3;
                        ObjectNode page = super.slice(input, history, from);
                        if (byTwo && from > 0 && !walked.add(input.of())) {
                            page.putArray("auditEvents");
                        }
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-walk-repeatable",
                        "at the response: expected 3 events, as the first time, got 2 events, and then: the history is complete");
    }

    private static Flaw keepsOnePlacePerCase() {
        return Flaw.of("keeps-one-place-for-each-case", () -> new Service() {
                    private StubInput last = new StubInput(new CaseRef("", ""), Optional.empty(), Optional.empty());

                    // Only between a first page of two events and a next page of one, so that a single walk is right.
                    @Override
                    protected synchronized ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        boolean started = last.of().equals(input.of())
                                && last.maxResults().equals(Optional.of(2))
                                && last.nextToken().isEmpty();
                        last = input;
                        boolean moved = started && size(input) == 1 && from > 0;
                        return super.slice(input, history, moved ? Math.min(2, history.size()) : from);
                    }
                })
                .caughtBy(
                        "pagination-walks-interleaved",
                        "at the response: expected event 'some-events-002' next, as a walk alone by pages of 1, got event 'some-events-001'");
    }

    private static Flaw forgetsTokensOnANewStart() {
        return Flaw.of("forgets-tokens-on-a-new-start", () -> new Service() {
                    private int starts;

                    // Only for pages of one event, which the check uses.
                    @Override
                    protected synchronized ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        starts += from == 0 && size(input) == 1 ? 1 : 0;
                        return size(input) == 1 && page.has("nextToken")
                                ? page.put(
                                        "nextToken",
                                        String.format(
                                                Locale.ROOT,
                                                "%d!%s",
                                                starts,
                                                page.path("nextToken").asText()))
                                : page;
                    }

                    @Override
                    protected synchronized int decode(String token, CaseRef of) {
                        return super.decode(
                                token.startsWith(starts + "!") ? token.replaceFirst("\\d+!", "") : token, of);
                    }
                })
                .caughtBy(
                        "pagination-walk-undisturbed-by-another-start",
                        "at the response: expected 200 and a page of events, got 400 ValidationException");
    }

    private static List<JsonNode> reversed(List<JsonNode> history) {
        List<JsonNode> reversed = new ArrayList<>(history);
        Collections.reverse(reversed);
        return reversed;
    }
}
