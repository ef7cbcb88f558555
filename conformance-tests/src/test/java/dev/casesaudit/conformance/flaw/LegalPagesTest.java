package dev.casesaudit.conformance.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the documents leave to a server must pass. */
class LegalPagesTest {

    private static final Kit KIT = Kit.packaged();
    private static final Selection PAGINATION = new Selection(Set.of(), Set.of(Area.PAGINATION));

    @Test
    void pagesMayBeShorterThanAskedFor() {
        assertThat(notPassed(new Service() {
                    @Override
                    protected int size(Input input) {
                        return Math.max(1, super.size(input) / 2);
                    }
                }))
                .isEmpty();
    }

    @Test
    void anEmptyPageMayStandBeforeAnother() {
        assertThat(notPassed(new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        if (history.size() < 3 || from >= 1000) {
                            return super.slice(input, history, from % 1000);
                        }
                        ObjectNode page = super.slice(input, history, from);
                        page.putArray("auditEvents");
                        return page.put("nextToken", encode(input.of(), from + 1000));
                    }
                }))
                .isEmpty();
    }

    @Test
    void theOldestEventMayComeFirst() {
        assertThat(notPassed(new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        List<JsonNode> reversed = new ArrayList<>(history);
                        Collections.reverse(reversed);
                        return super.slice(input, reversed, from);
                    }
                }))
                .isEmpty();
    }

    @Test
    void aTokenMayBeNewEachTimeAndUsedOnlyOnce() {
        assertThat(notPassed(new WalkFlaws.Salting() {
                    private final Set<String> used = new HashSet<>();

                    @Override
                    protected synchronized int decode(String token, CaseRef of) {
                        int position = super.decode(token, of);
                        if (!used.add(token)) {
                            throw new StubError(400, "ValidationException", "The token has expired");
                        }
                        return position;
                    }
                }))
                .isEmpty();
    }

    @Test
    void theLastPageMayHaveANullToken() {
        assertThat(notPassed(new Service() {
                    @Override
                    protected ObjectNode page(ObjectNode page) {
                        return page.has("nextToken") ? page : page.set("nextToken", NullNode.getInstance());
                    }
                }))
                .isEmpty();
    }

    @Test
    void aTokenMayBeBoundToThePageSizeItWasGivenFor() {
        assertThat(notPassed(new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        return page.has("nextToken")
                                ? page.put("nextToken", page.path("nextToken").asText() + "." + size(input))
                                : page;
                    }

                    @Override
                    protected int start(Input input) {
                        String ending = "." + size(input);
                        if (input.nextToken().isEmpty()) {
                            return 0;
                        }
                        String token = input.nextToken().get();
                        if (!token.endsWith(ending)) {
                            throw new StubError(400, "ValidationException", "The token is of another page size");
                        }
                        return decode(token.substring(0, token.length() - ending.length()), input.of());
                    }
                }))
                .isEmpty();
    }

    @Test
    void oneCaseOfThreeEventsIsEnoughForMost() {
        try (StubServer stub = new StubServer(new Service())) {
            Map<Role, CaseRef> cases = new EnumMap<>(Role.class);
            cases.put(Role.SOME_EVENTS, stub.profile().find(Role.SOME_EVENTS).orElseThrow());
            List<Result> results = judged(stub.profile().with(cases));

            assertThat(results)
                    .filteredOn(result -> result.outcome() instanceof Outcome.Passed)
                    .hasSizeGreaterThan(20);
            assertThat(results)
                    .filteredOn(result -> !(result.outcome() instanceof Outcome.Passed))
                    .allSatisfy(result -> assertThat(result.reason()).startsWith("the target profile names no"));
        }
    }

    private static List<String> notPassed(Service service) {
        try (StubServer stub = new StubServer(service)) {
            return judged(stub.profile()).stream()
                    .filter(result -> !(result.outcome() instanceof Outcome.Passed))
                    .map(result -> "%s %s".formatted(result.requirement().id(), result.outcome()))
                    .toList();
        }
    }

    private static List<Result> judged(TargetProfile profile) {
        return KIT.judge(profile, PAGINATION, Level.SHOULD, KnownFailures.NONE, Progress.NONE)
                .results();
    }
}
