package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.audit.CaseKey;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a behaviour is configured for.
 *
 * @param domainId absent for the whole mock
 * @param caseId absent for a domain or the whole mock
 */
public record Scope(Optional<String> domainId, Optional<String> caseId) {

    /** From the whole mock to cases, by their ids. */
    public static final Comparator<Scope> ORDER = Comparator.comparing(
                    (Scope scope) -> scope.domainId().orElse(""))
            .thenComparing(scope -> scope.caseId().orElse(""));

    /** The whole mock. */
    public static final Scope EVERYTHING = new Scope(Optional.empty(), Optional.empty());

    public static Scope of(String domainId) {
        return new Scope(Optional.of(domainId), Optional.empty());
    }

    /** Returns the number of characters of its ids. */
    int length() {
        return domainId.map(String::length).orElse(0)
                + caseId.map(String::length).orElse(0);
    }

    public static Scope of(CaseKey key) {
        return new Scope(Optional.of(key.domainId()), Optional.of(key.caseId()));
    }
}
