package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

/** Wrong tokens of pages. */
final class TokenFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(neverEnds(), neverChanges(), ignoresTokens(), endsWithAnEmptyToken(), refusesItsOwn());
    }

    private static Flaw neverEnds() {
        return Flaw.of("has-a-token-on-every-page", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, Math.min(from, history.size()));
                        // For one page size only, since an endless walk takes many requests.
                        if (history.size() == 3 && size(input) == 2 && !page.has("nextToken")) {
                            page.put("nextToken", encode(input.of(), Math.max(from, history.size()) + 1));
                        }
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-walk-ends",
                        "at /nextToken: expected a last page without a token, got 58 pages in a row with a token and no new event");
    }

    private static Flaw neverChanges() {
        return Flaw.of("has-a-token-that-never-changes", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        if (input.maxResults().isPresent() && history.size() == 3 && from > 0) {
                            page.put("nextToken", encode(input.of(), from));
                        }
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-tokens-are-distinct",
                        "at /nextToken: expected a token that no earlier page of the walk has, got the token of an earlier page on page 2 of a walk by pages of 1");
    }

    private static Flaw ignoresTokens() {
        return Flaw.of("ignores-the-token", () -> new Service() {
                    @Override
                    protected int start(StubInput input) {
                        super.start(input);
                        return 0;
                    }
                })
                .caughtBy(
                        "pagination-tokens-are-distinct",
                        "at /nextToken: expected a token that no earlier page of the walk has, got the token of an earlier page on page 2 of a walk by pages of 1")
                .caughtBy(
                        "pagination-pages-are-disjoint",
                        "at the response: expected an event that no earlier page has, got event 'some-events-003' on page 2 of a walk by pages of 1, which page 1 has");
    }

    private static Flaw endsWithAnEmptyToken() {
        return Flaw.of("ends-with-an-empty-token", () -> new Service() {
                    @Override
                    protected ObjectNode page(ObjectNode page) {
                        return page.has("nextToken") ? page : page.put("nextToken", "");
                    }
                })
                .caughtBy(
                        "pagination-token-is-not-empty",
                        "at /nextToken: expected a token, null or nothing, got an empty string");
    }

    private static Flaw refusesItsOwn() {
        return Flaw.of("refuses-its-own-tokens", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        return super.decode(token.replace("-", "+"), of);
                    }
                })
                .caughtBy(
                        "pagination-token-accepted",
                        "at the response: expected 200 and a page of events, got 400 ValidationException");
    }
}
