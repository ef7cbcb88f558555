package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Forged tokens that are accepted, or refused with a wrong error. */
final class ForgedTokenFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                acceptsTokensOfAnotherCase(),
                acceptsTokensOfAnotherDomain(),
                takesTheCaseFromTheToken(),
                acceptsPositions(),
                breaksOnGarbage(),
                startsAgainOnGarbage(),
                doesNotFindGarbage(),
                acceptsEditedTokens(),
                acceptsCutTokens(),
                acceptsLengthenedTokens());
    }

    private static Flaw acceptsTokensOfAnotherCase() {
        return Flaw.of("accepts-tokens-of-another-case", () -> new Service() {
                    @Override
                    protected String encode(CaseRef of, int position) {
                        return super.encode(new CaseRef(of.domainId(), "any"), position);
                    }

                    @Override
                    protected int decode(String token, CaseRef of) {
                        return super.decode(token, new CaseRef(of.domainId(), "any"));
                    }
                })
                .caughtBy(
                        "pagination-token-of-another-case-refused",
                        "at the response: expected 400 ValidationException to a token of another case, got 200 with 1 event");
    }

    private static Flaw acceptsTokensOfAnotherDomain() {
        return Flaw.of("accepts-tokens-of-another-domain", () -> new Service() {
                    @Override
                    protected String encode(CaseRef of, int position) {
                        return super.encode(new CaseRef("any", of.caseId()), position);
                    }

                    @Override
                    protected int decode(String token, CaseRef of) {
                        return super.decode(token, new CaseRef("any", of.caseId()));
                    }
                })
                .caughtBy(
                        "pagination-token-of-another-domain-refused",
                        "at the response: expected 400 ValidationException to a token of another domain, got 200 with 1 event");
    }

    private static Flaw takesTheCaseFromTheToken() {
        return Flaw.of("takes-the-case-from-the-token", () -> new Service() {
                    private final Map<String, CaseRef> issued = new HashMap<>();

                    @Override
                    protected synchronized String encode(CaseRef of, int position) {
                        String token = super.encode(of, position);
                        issued.put(token, of);
                        return token;
                    }

                    @Override
                    protected synchronized ObjectNode response(StubInput input) {
                        Optional<CaseRef> of = input.nextToken().map(issued::get);
                        boolean unknown = input.of().caseId().startsWith("00000000");
                        return super.response(
                                unknown && of.isPresent()
                                        ? new StubInput(of.get(), input.maxResults(), input.nextToken())
                                        : input);
                    }
                })
                .caughtBy(
                        "pagination-unknown-case-with-token",
                        "at the response: expected 404 ResourceNotFoundException or 400 ValidationException, got 200 with 1 event");
    }

    private static Flaw acceptsPositions() {
        return Flaw.of("accepts-a-position-as-a-token", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        return token.equals("1") ? 1 : super.decode(token, of);
                    }
                })
                .caughtBy(
                        "pagination-guessed-token-refused",
                        "at the response: expected 400 ValidationException to the token '1', got 200 with 1 event");
    }

    private static Flaw breaksOnGarbage() {
        return Flaw.of("answers-a-garbage-token-with-500", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        if (garbage(token)) {
                            throw new StubError(500, "InternalServerException", "Index 1 out of bounds for length 1");
                        }
                        return super.decode(token, of);
                    }
                })
                .caughtBy(
                        "pagination-garbage-token-refused",
                        "at the response: expected 400 ValidationException to the token 'not-a-token', got 500 InternalServerException");
    }

    private static Flaw startsAgainOnGarbage() {
        return Flaw.of("answers-a-garbage-token-with-the-first-page", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        return garbage(token) ? 0 : super.decode(token, of);
                    }
                })
                .caughtBy(
                        "pagination-garbage-token-refused",
                        "at the response: expected 400 ValidationException to the token 'not-a-token', got 200 with 1 event");
    }

    private static Flaw doesNotFindGarbage() {
        return Flaw.of("answers-a-garbage-token-with-404", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        if (garbage(token)) {
                            throw new StubError(404, "ResourceNotFoundException", "The token does not exist")
                                    .with("resourceId", "token")
                                    .with("resourceType", "NextToken");
                        }
                        return super.decode(token, of);
                    }
                })
                .caughtBy(
                        "pagination-garbage-token-refused",
                        "at the response: expected 400 ValidationException to the token 'not-a-token', got 404 ResourceNotFoundException");
    }

    private static Flaw acceptsEditedTokens() {
        return Flaw.of("accepts-an-edited-token", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        if (token.matches("\\d{1,6}\\.[0-9A-Za-z-]{36}") && !token.startsWith("9")) {
                            String own = encode(of, Integer.parseInt(token.substring(0, token.indexOf('.'))));
                            return super.decode(differ(token, own) > 1 ? token : own, of);
                        }
                        return super.decode(token, of);
                    }

                    private static long differ(String one, String other) {
                        return IntStream.range(0, other.length())
                                .filter(i -> one.charAt(i) != other.charAt(i))
                                .count();
                    }
                })
                .caughtBy(
                        "pagination-edited-token-refused",
                        "at the response: expected 400 ValidationException to a token with its character 10 changed, got 200 with 1 event");
    }

    private static Flaw acceptsCutTokens() {
        return Flaw.of("accepts-a-part-of-a-token", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        if (token.matches("\\d{1,6}\\..{12,}")) {
                            String own = encode(of, Integer.parseInt(token.substring(0, token.indexOf('.'))));
                            return super.decode(own.startsWith(token) ? own : token, of);
                        }
                        return super.decode(token, of);
                    }
                })
                .caughtBy(
                        "pagination-cut-token-refused",
                        "at the response: expected 400 ValidationException to a token cut after its character 19, got 200 with 1 event");
    }

    private static Flaw acceptsLengthenedTokens() {
        return Flaw.of("reads-a-token-as-far-as-it-goes", () -> new Service() {
                    @Override
                    protected int decode(String token, CaseRef of) {
                        if (token.matches("\\d{1,6}\\..{36,}")) {
                            return super.decode(token.substring(0, token.indexOf('.') + 37), of);
                        }
                        return super.decode(token, of);
                    }
                })
                .caughtBy(
                        "pagination-lengthened-token-refused",
                        "at the response: expected 400 ValidationException to a token with 'AAAA' after it, got 200 with 1 event");
    }

    // Other requirements are about empty and very long tokens.
    private static boolean garbage(String token) {
        return !token.contains(".") && !token.isEmpty() && token.length() < 100;
    }
}
