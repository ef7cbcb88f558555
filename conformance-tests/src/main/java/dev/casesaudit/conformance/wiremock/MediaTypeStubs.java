package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import dev.casesaudit.conformance.http.Json;
import java.util.List;

/** Refuses requests with another content type, and those that do not accept JSON. */
final class MediaTypeStubs {

    private static final String JSON = "(?i)\\s*+application/json\\s*+(;.*)?";

    // No range that includes JSON, JSON with weight 0, or a single other range with weight 0.
    private static final String JSON_EXCLUDED = "(?i)(?!.*(application/json|application/\\*|\\*/\\*)).*\\S.*"
            + "|(.*,)?\\s*application/json\\s*;([^,]*;)?\\s*q=0(\\.0{0,3})?\\s*([,;].*)?"
            + "|\\s*(application/\\*|\\*/\\*)\\s*;\\s*q=0(\\.0{0,3})?\\s*";

    private MediaTypeStubs() {}

    static List<ObjectNode> of(Errors errors) {
        ContractError unsupported = errors.named("UnsupportedMediaTypeException");
        String message = "The content type must be application/json";
        Stub other = Stub.ofOperation(StubPriority.CONTENT_TYPE, "another content type");
        // In WireMock, an absent header does not match either. Without a body, no content type is needed.
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
                other.response(unsupported, message),
                none.response(unsupported, message),
                accept.response(
                        errors.named("NotAcceptableException"), "The accept header must allow application/json"));
    }
}
