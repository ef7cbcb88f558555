package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import dev.casesaudit.conformance.http.Json;
import java.util.List;

/** Refuses what does not come as JSON, and whoever does not take JSON. */
final class MediaTypeStubs {

    private static final String JSON = "(?i)\\s*+application/json\\s*+(;.*)?";

    // No range that JSON is in, JSON itself with weight zero, or any other one range with weight zero.
    private static final String JSON_EXCLUDED = "(?i)(?!.*(application/json|application/\\*|\\*/\\*)).*\\S.*"
            + "|(.*,)?\\s*application/json\\s*;([^,]*;)?\\s*q=0(\\.0{0,3})?\\s*([,;].*)?"
            + "|\\s*(application/\\*|\\*/\\*)\\s*;\\s*q=0(\\.0{0,3})?\\s*";

    private MediaTypeStubs() {}

    static List<ObjectNode> of(Errors errors) {
        ContractError unsupported = errors.named("UnsupportedMediaTypeException");
        String message = "The content type must be application/json";
        Stub other = Stub.ofOperation(StubPriority.CONTENT_TYPE, "another content type");
        // To WireMock a header that is absent does not match either, and without a body none is needed.
        other.header("content-type")
                .putArray("and")
                .add(Json.object().put("matches", ".*"))
                .add(Json.object().put("doesNotMatch", JSON));
        Stub none = Stub.ofOperation(StubPriority.CONTENT_TYPE, "a body without a content type");
        none.header("content-type").put("absent", true);
        none.body().put("matches", "(?s).+");
        Stub accept = Stub.ofOperation(StubPriority.ACCEPT, "JSON is not accepted");
        accept.header("accept").put("matches", JSON_EXCLUDED);
        return List.of(
                other.answer(unsupported, message),
                none.answer(unsupported, message),
                accept.answer(errors.named("NotAcceptableException"), "The accept header must allow application/json"));
    }
}
