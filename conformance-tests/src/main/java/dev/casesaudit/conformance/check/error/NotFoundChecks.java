package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.ProvokedError;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of ResourceNotFoundException. */
public final class NotFoundChecks extends CheckTable {

    private static final String NAME = "ResourceNotFoundException";

    @Override
    public List<Check> checks() {
        return List.of(
                member("error-unknown-case-resource-id", "resourceId"),
                member("error-unknown-case-resource-type", "resourceType"),
                check("error-unknown-case-is-named", NotFoundChecks::caseIsNamed),
                check("error-unknown-case-keeps-characters", NotFoundChecks::keepsCharacters),
                check("error-unknown-domain-resource", NotFoundChecks::domainResource));
    }

    private static Check member(String id, String member) {
        return check(
                        id,
                        context -> ProvokedError.UNKNOWN_CASE.on(context, one -> {
                            Exchange exchange = ProvokedError.UNKNOWN_CASE.provoke(context, one);
                            return isNotFound(exchange)
                                    ? Outcome.of(notAString(exchange, member))
                                    : Outcome.notTestable("an unknown case does not get " + NAME);
                        }))
                .covering("ResourceNotFound." + member, Keyword.REQUIRED, Keyword.TYPE);
    }

    private static Outcome caseIsNamed(CheckContext context) throws ProbeFailure {
        return ProvokedError.UNKNOWN_CASE.on(context, one -> {
            Exchange exchange = ProvokedError.UNKNOWN_CASE.provoke(context, one);
            JsonNode named = Json.body(exchange).path("resourceId");
            return isNotFound(exchange) && named.isTextual()
                    ? Outcome.of(otherName(exchange, context.unknownCase().caseId()))
                    : Outcome.notTestable("the error for an unknown case has no resourceId");
        });
    }

    private static Outcome keepsCharacters(CheckContext context) throws ProbeFailure {
        // Parts of a path and their decoded ids: characters that a path may have, and characters that must be encoded.
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("a+b;v=1:c@d", "a+b;v=1:c@d");
        labels.put("a%2Bb%3Bv%3D1%20c%25d%2541%3Fe%23f", "a+b;v=1 c%d%41?e#f");
        return ProvokedError.UNKNOWN_CASE.on(context, one -> {
            CaseRef unknown = context.unknownCase();
            if (!named(ProvokedError.UNKNOWN_CASE.provoke(context, one)).contains(unknown.caseId())) {
                return Outcome.notTestable("an unknown case is not named in resourceId");
            }
            List<Finding> findings = new ArrayList<>();
            int compared = 0;
            for (Map.Entry<String, String> label : labels.entrySet()) {
                Exchange exchange = context.send(labelled(context.history(unknown), unknown.caseId(), label.getKey()));
                if (!named(exchange).isEmpty()) {
                    compared++;
                    findings.addAll(otherName(exchange, unknown.caseId() + label.getValue()));
                }
            }
            return compared == 0
                    ? new Outcome.NotApplicable("the target refuses such ids as invalid")
                    : Outcome.of(findings);
        });
    }

    private static Request labelled(Request history, String id, String more) {
        return history.target(history.target().replace(id, id + more)).throughSocket();
    }

    private static Outcome domainResource(CheckContext context) throws ProbeFailure {
        return ProvokedError.UNKNOWN_DOMAIN.on(context, one -> {
            Exchange exchange = ProvokedError.UNKNOWN_DOMAIN.provoke(context, one);
            if (exchange.response().status() == 403) {
                return new Outcome.NotApplicable("the target denies access to unknown domains, which it may");
            }
            return isNotFound(exchange)
                    ? Outcome.of(Stream.of("resourceId", "resourceType")
                            .flatMap(member -> notAString(exchange, member).stream())
                            .toList())
                    : Outcome.notTestable("an unknown domain does not get " + NAME);
        });
    }

    private static boolean isNotFound(Exchange exchange) {
        return ErrorName.of(exchange).equals(Optional.of(NAME));
    }

    private static String named(Exchange exchange) {
        return isNotFound(exchange) ? Json.body(exchange).path("resourceId").asText() : "";
    }

    // The resource id may be longer, such as an ARN.
    private static List<Finding> otherName(Exchange exchange, String asked) {
        String named = named(exchange);
        return Finding.unless(named.contains(asked), exchange, "/resourceId", quoted(asked), quoted(named));
    }

    private static List<Finding> notAString(Exchange exchange, String member) {
        JsonNode value = Json.body(exchange).path(member);
        return Finding.unless(value.isTextual(), exchange, "/" + member, "a string", Expect.kind(value));
    }
}
