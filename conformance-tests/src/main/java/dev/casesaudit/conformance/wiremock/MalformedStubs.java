package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import java.util.List;
import java.util.Locale;

/** Refuses malformed requests. */
final class MalformedStubs {

    private static final String BODY = "The request body is not well-formed";

    private MalformedStubs() {}

    static List<ObjectNode> of(Errors errors) {
        ContractError malformed = errors.named("SerializationException");
        Stub notReadable = Stub.ofOperation(StubPriority.MALFORMED, "a body that the input cannot be read from");
        // In WireMock, a missing body matches no expression, and an empty one is valid.
        notReadable.body().put("matches", "(?s).+");
        notReadable.body().put("doesNotMatch", Patterns.readableBody());
        Stub notText = Stub.ofOperation(StubPriority.MALFORMED, "a body that is not UTF-8");
        // WireMock shows such bytes as replacement characters.
        notText.body().put("matches", "(?s).*\\x{FFFD}.*");
        Stub tooLarge = Stub.ofOperation(StubPriority.NUMBER_TOO_LARGE, "a number past 32 bits")
                .has(String.format(
                        Locale.ROOT,
                        "$[?(@.maxResults > %s || @.maxResults < %s)]",
                        Integer.MAX_VALUE,
                        Integer.MIN_VALUE));
        String domain = Patterns.path(Patterns.malformedLabel(), Patterns.LABEL);
        String id = Patterns.path(Patterns.LABEL, Patterns.malformedLabel());
        Stub path = new Stub(StubPriority.MALFORMED, "a path that is not UTF-8")
                .path(String.format(Locale.ROOT, "%s|%s", domain, id));
        return List.of(
                path.response(malformed, "The path is not well-formed"),
                notReadable.response(malformed, BODY),
                notText.response(malformed, BODY),
                tooLarge.response(malformed, BODY));
    }
}
