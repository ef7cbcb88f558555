package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One way a server is wrong.
 *
 * @param name kebab-case
 * @param service a server that keeps the contract but for this
 * @param findings the first finding of each requirement that must catch it, by id; no other may
 */
public record Flaw(String name, Supplier<Service> service, Map<String, String> findings) {

    public Flaw {
        findings = new LinkedHashMap<>(findings);
    }

    public static Flaw of(String name, Supplier<Service> service) {
        return new Flaw(name, service, Map.of());
    }

    /** Adds a requirement that must catch it, and what its first finding says. */
    public Flaw caughtBy(String id, String finding) {
        Map<String, String> more = new LinkedHashMap<>(findings);
        more.put(id, finding);
        return new Flaw(name, service, more);
    }

    /** Adds requirements that must all catch it, and what the first finding of each says. */
    public Flaw caughtByEach(String finding, String... ids) {
        Flaw flaw = this;
        for (String id : ids) {
            flaw = flaw.caughtBy(id, finding);
        }
        return flaw;
    }

    @Override
    public String toString() {
        return name;
    }
}
