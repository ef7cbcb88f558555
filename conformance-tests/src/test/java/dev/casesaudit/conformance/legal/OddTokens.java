package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.SaltedTokens;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tokens with a limited use. */
final class OddTokens {

    private OddTokens() {}

    static Stream<Oddity> all() {
        return Stream.of(
                new Oddity("tokens-for-one-use", OneUse::new),
                new Oddity("tokens-for-the-page-size-they-came-with", BoundToPageSize::new));
    }

    /** Accepts each token once. */
    private static final class OneUse extends SaltedTokens {

        private final Set<String> used = new HashSet<>();

        @Override
        protected synchronized int decode(String token, CaseRef of) {
            int position = super.decode(token, of);
            if (!used.add(token)) {
                throw StubError.invalid("Value at '/nextToken' has expired");
            }
            return position;
        }
    }

    /** Refuses a token with another maxResults than that of its page. */
    private static final class BoundToPageSize extends Service {

        @Override
        protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
            ObjectNode page = super.slice(input, history, from);
            return page.has("nextToken")
                    ? page.put("nextToken", page.path("nextToken").asText() + bond(input))
                    : page;
        }

        @Override
        protected int start(StubInput input) {
            String token = input.nextToken().orElse("");
            if (input.nextToken().isEmpty()) {
                return 0;
            }
            if (!token.endsWith(bond(input))) {
                throw StubError.invalid("Value at '/nextToken' is of another page size");
            }
            return decode(token.substring(0, token.length() - bond(input).length()), input.of());
        }

        private String bond(StubInput input) {
            return "/" + size(input);
        }
    }
}
