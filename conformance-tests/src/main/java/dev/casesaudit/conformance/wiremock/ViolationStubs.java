package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.ContractError;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Refuses requests that break a constraint, with the messages of AWS. */
final class ViolationStubs {

    private final Contract contract;
    private final ContractError invalid;

    ViolationStubs(Contract contract, Errors errors) {
        this.contract = contract;
        this.invalid = errors.named("ValidationException");
    }

    List<ObjectNode> mappings() {
        return Stream.of(members(), labels()).flatMap(List::stream).toList();
    }

    private List<ObjectNode> members() {
        Constraint size = contract.ofInput("maxResults", Keyword.RANGE);
        Constraint token = contract.ofInput("nextToken", Keyword.LENGTH);
        String outOfRange = String.format(
                Locale.ROOT, "$[?(@.maxResults < %s || @.maxResults > %s)]", size.minimum(), size.maximum());
        String tooLong = Patterns.textLongerThan(token.maximum());
        String wrongSize = String.format(
                Locale.ROOT,
                "Value at '/maxResults' failed to satisfy constraint: Member must be between %s and %s, inclusive",
                size.minimum(),
                size.maximum());
        String wrongToken = wrongLength("nextToken", "{{size (jsonPath request.body '$.nextToken')}}", token);

        Stub both = Stub.ofOperation(StubPriority.VIOLATIONS, "a page size out of range, and a token too long");
        both.has(outOfRange).value("$.nextToken").put("matches", tooLong);
        Stub longToken = Stub.ofOperation(StubPriority.VIOLATION, "a token too long");
        longToken.value("$.nextToken").put("matches", tooLong);
        return List.of(
                both.response(
                        invalid,
                        String.format(Locale.ROOT, "2 validation errors detected. %s; %s", wrongSize, wrongToken)),
                Stub.ofOperation(StubPriority.VIOLATION, "a page size out of range")
                        .has(outOfRange)
                        .response(invalid, one(wrongSize)),
                longToken.response(invalid, one(wrongToken)));
    }

    private List<ObjectNode> labels() {
        Constraint domain = contract.ofInput("domainId", Keyword.LENGTH);
        Constraint id = contract.ofInput("caseId", Keyword.LENGTH);
        String longDomain = Patterns.path(Patterns.labelLongerThan(domain.maximum()), Patterns.LABEL);
        String longId = Patterns.path(Patterns.LABEL, Patterns.labelLongerThan(id.maximum()));
        return List.of(
                label("domainId", longDomain, wrongLength("domainId", Labels.DOMAIN.length(), domain)),
                label("caseId", longId, wrongLength("caseId", Labels.CASE.length(), id)),
                label("domainId", Patterns.path("", Patterns.LABEL), wrongLength("domainId", "0", domain)),
                label("caseId", Patterns.path(Patterns.LABEL, ""), wrongLength("caseId", "0", id)));
    }

    private ObjectNode label(String member, String path, String message) {
        return new Stub(StubPriority.VIOLATION, member + " of a length out of range")
                .path(path)
                .respondWith(invalid, Labels.FIND + Json.object().put("message", one(message)));
    }

    private static String wrongLength(String member, String length, Constraint constraint) {
        return String.format(
                Locale.ROOT,
                "Value with length %s at '/%s' failed to satisfy constraint: Member must have length between %s and %s, inclusive",
                length,
                member,
                constraint.minimum(),
                constraint.maximum());
    }

    private static String one(String violation) {
        return "1 validation error detected. " + violation;
    }
}
