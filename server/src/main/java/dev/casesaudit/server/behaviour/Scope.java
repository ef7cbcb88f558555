package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.audit.CaseKey;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a behaviour is configured for.
 *
 * @param domainId nothing, where it is for everything
 * @param caseId nothing, where it is for a domain or everything
 */
public record Scope(Optional<String> domainId, Optional<String> caseId) {

    /** From everything to cases, by their ids. */
    public static final Comparator<Scope> ORDER = Comparator.comparing(
                    (Scope scope) -> scope.domainId().orElse(""))
            .thenComparing(scope -> scope.caseId().orElse(""));

    /** Every domain. */
    public static final Scope EVERYTHING = new Scope(Optional.empty(), Optional.empty());

    public static Scope of(String domainId) {
        return new Scope(Optional.of(domainId), Optional.empty());
    }

    /** How many characters its ids have. */
    int length() {
        return domainId.map(String::length).orElse(0)
                + caseId.map(String::length).orElse(0);
    }

    public static Scope of(CaseKey key) {
        return new Scope(Optional.of(key.domainId()), Optional.of(key.caseId()));
    }
}
