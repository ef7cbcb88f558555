package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.CaseKey;
import java.util.List;

/** Some cases of the world: all, those of a domain, or single ones. */
public sealed interface CaseSelection {

    CaseSelection NONE = new Single(List.of());

    CaseSelection ALL = new All();

    static CaseSelection of(CaseKey... keys) {
        return new Single(List.of(keys));
    }

    static CaseSelection ofDomain(String domainId) {
        return new OfDomain(domainId);
    }

    record All() implements CaseSelection {}

    record OfDomain(String domainId) implements CaseSelection {}

    record Single(List<CaseKey> keys) implements CaseSelection {
        public Single {
            keys = List.copyOf(keys);
        }
    }
}
