package dev.casesaudit.server.audit;

import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.field.DomainSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A domain: its fields and templates, its cases, and the client tokens of its cases. Immutable.
 *
 * @param caseOfToken the id of the case that a client token created
 */
record CaseDomain(
        DomainSchema schema, PersistentMap<String, SeededCase> cases, PersistentMap<String, String> caseOfToken) {

    static CaseDomain of(DomainSchema schema, Map<String, SeededCase> cases) {
        Map<String, String> tokens = new HashMap<>();
        cases.forEach((caseId, one) -> one.clientToken().ifPresent(token -> tokens.put(token.token(), caseId)));
        return new CaseDomain(schema, PersistentMap.copyOf(cases), PersistentMap.copyOf(tokens));
    }

    CaseDomain with(String caseId, SeededCase next) {
        PersistentMap<String, String> tokens = without(caseId).caseOfToken;
        Optional<ClientToken> token = next.clientToken();
        return new CaseDomain(
                schema,
                cases.with(caseId, next),
                token.isPresent() ? tokens.with(token.get().token(), caseId) : tokens);
    }

    CaseDomain without(String caseId) {
        SeededCase gone = cases.get(caseId);
        Optional<ClientToken> token = gone == null ? Optional.empty() : gone.clientToken();
        return gone == null
                ? this
                : new CaseDomain(
                        schema,
                        cases.without(caseId),
                        token.isPresent() ? caseOfToken.without(token.get().token()) : caseOfToken);
    }

    WorldSize size(String domainId) {
        return WorldSize.ofDomain(domainId, schema, cases);
    }
}
