package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** ResourceNotFoundExceptions with wrong members. */
final class NotFoundFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                routes("takes-a-plus-for-a-space", path -> path.replace("+", "%20"))
                        .caughtBy(
                                "error-unknown-case-keeps-characters",
                                "at /resourceId: expected '00000000-0000-4000-8000-000000000000a+b;v=1:c@d', got '00000000-0000-4000-8000-000000000000a b;v=1:c@d'"),
                of("case-without-resource-id", "Case", body -> body.remove("resourceId"))
                        .caughtBy("error-unknown-case-resource-id", "at /resourceId: expected a string, got nothing"),
                of("case-with-a-resource-id-that-is-a-number", "Case", body -> body.put("resourceId", 17))
                        .caughtBy(
                                "error-unknown-case-resource-id",
                                "at /resourceId: expected a string, got the number 17"),
                of("case-without-resource-type", "Case", body -> body.remove("resourceType"))
                        .caughtBy(
                                "error-unknown-case-resource-type", "at /resourceType: expected a string, got nothing"),
                of("case-with-a-resource-type-that-is-null", "Case", body -> body.putNull("resourceType"))
                        .caughtBy("error-unknown-case-resource-type", "at /resourceType: expected a string, got null"),
                of("case-with-another-resource-id", "Case", body -> body.put("resourceId", "unknown"))
                        .caughtBy(
                                "error-unknown-case-is-named",
                                "at /resourceId: expected '00000000-0000-4000-8000-000000000000', got 'unknown'"),
                of("domain-without-resource-id", "Domain", body -> body.remove("resourceId"))
                        .caughtBy("error-unknown-domain-resource", "at /resourceId: expected a string, got nothing"),
                of("domain-with-a-resource-type-that-is-an-object", "Domain", body -> body.putObject("resourceType"))
                        .caughtBy(
                                "error-unknown-domain-resource", "at /resourceType: expected a string, got an object"));
    }

    private static Flaw of(String flaw, String type, Consumer<ObjectNode> change) {
        return WrongError.body(flaw, "ResourceNotFoundException", body -> {
            if (body.path("resourceType").asText().equals(type)) {
                change.accept(body);
            }
        });
    }
}
