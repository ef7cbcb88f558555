package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Errors for unknown cases, domains and routes. */
final class MissingStubs {

    private static final String BODY =
            Labels.FIND + "{\"message\":\"There is no such %1$s\",\"resourceId\":%2$s,\"resourceType\":\"%1$s\"}";

    private MissingStubs() {}

    static List<ObjectNode> of(Set<String> domains, Errors errors) {
        ContractError missing = errors.named("ResourceNotFoundException");
        List<ObjectNode> mappings = new ArrayList<>();
        for (String domain : domains) {
            mappings.add(new Stub(
                            StubPriority.UNKNOWN_CASE,
                            String.format(Locale.ROOT, "another case of domain '%s'", domain))
                    .path(Patterns.path(Patterns.label(domain), Patterns.LABEL))
                    .respondWith(missing, String.format(Locale.ROOT, BODY, "Case", Labels.CASE.json())));
        }
        mappings.add(Stub.ofOperation(StubPriority.UNKNOWN_DOMAIN, "another domain")
                .respondWith(missing, String.format(Locale.ROOT, BODY, "Domain", Labels.DOMAIN.json())));
        mappings.add(new Stub(StubPriority.UNKNOWN_OPERATION, "another route")
                .anything()
                .response(errors.named("UnknownOperationException"), "No operation answers this method and path"));
        return mappings;
    }
}
