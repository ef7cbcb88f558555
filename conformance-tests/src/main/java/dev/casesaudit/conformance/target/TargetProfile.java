package dev.casesaudit.conformance.target;

import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.text.Words;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is judged, as its owner describes it.
 *
 * @param name what reports call it
 * @param region whose name signatures carry
 * @param signing how requests are signed
 * @param aheadOfContract whether values that the contract does not have yet are drift, and not findings
 * @param cases the case that plays each role
 * @param notOffered labels of roles, or {@link #SIGNATURES}, that the target does not have; what needs them is not applicable
 * @param realService whether it is AWS's own, whose refusals may differ from its documents: deviations, and not findings
 */
public record TargetProfile(
        String name,
        URI endpoint,
        String region,
        Signing signing,
        boolean aheadOfContract,
        Map<Role, CaseRef> cases,
        Set<String> notOffered,
        Limits limits,
        boolean realService) {

    /** The label of the one thing besides roles that a target may not offer: that it checks signatures. */
    public static final String SIGNATURES = "signatures";

    /** How requests are signed. */
    public enum Signing {
        NONE,
        SIGV4;

        /** Returns the name as profiles and reports write it. */
        public String label() {
            return Words.label(this);
        }
    }

    public TargetProfile {
        Map<Role, CaseRef> copy = new EnumMap<>(Role.class);
        copy.putAll(cases);
        cases = Collections.unmodifiableMap(copy);
        notOffered = Set.copyOf(notOffered);
    }

    public Optional<CaseRef> find(Role role) {
        return Optional.ofNullable(cases.get(role));
    }

    /** Whether the profile's owner said that the target has no such thing. */
    public boolean declines(String label) {
        return notOffered.contains(label);
    }

    public TargetProfile at(URI other) {
        return new TargetProfile(name, other, region, signing, aheadOfContract, cases, notOffered, limits, realService);
    }

    public TargetProfile within(Limits other) {
        return new TargetProfile(
                name, endpoint, region, signing, aheadOfContract, cases, notOffered, other, realService);
    }

    public TargetProfile with(Map<Role, CaseRef> other) {
        return new TargetProfile(
                name, endpoint, region, signing, aheadOfContract, other, notOffered, limits, realService);
    }
}
