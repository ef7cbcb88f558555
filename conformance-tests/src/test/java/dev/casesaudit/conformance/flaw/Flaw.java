package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One way in which a server is wrong.
 *
 * @param name in kebab-case
 * @param service a server that is conformant except for this flaw
 * @param findings by the id of each requirement that must catch the flaw, its first finding; no other requirement may
 *     catch it
 */
public record Flaw(String name, Supplier<Service> service, Map<String, String> findings) {

    public Flaw {
        findings = new LinkedHashMap<>(findings);
    }

    public static Flaw of(String name, Supplier<Service> service) {
        return new Flaw(name, service, Map.of());
    }

    /** Adds a requirement that must catch the flaw, with its first finding. */
    public Flaw caughtBy(String id, String finding) {
        Map<String, String> more = new LinkedHashMap<>(findings);
        more.put(id, finding);
        return new Flaw(name, service, more);
    }

    /** Adds requirements that must all catch the flaw with the same first finding. */
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
