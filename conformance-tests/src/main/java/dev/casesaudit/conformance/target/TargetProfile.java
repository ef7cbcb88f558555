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
 * The target and its limits, as its owner describes it.
 *
 * @param name the name in reports
 * @param region the region of signatures
 * @param signing how requests are signed
 * @param aheadOfContract whether values that the contract does not have yet count as drift
 * @param cases the case that plays each role
 * @param notOffered labels of roles, or {@link #SIGNATURES}, that the target does not have
 * @param realService whether the target is the service of AWS, whose refusals may deviate from its documents
 * @param writes what the kit may use to write; empty if it may only read
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
        boolean realService,
        Optional<Writes> writes) {

    /** The label in {@code not-offered} for checking signatures. */
    public static final String SIGNATURES = "signatures";

    /** How requests are signed. */
    public enum Signing {
        NONE,
        SIGV4;

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

    /** A target that the kit may only read. */
    public TargetProfile(
            String name,
            URI endpoint,
            String region,
            Signing signing,
            boolean aheadOfContract,
            Map<Role, CaseRef> cases,
            Set<String> notOffered,
            Limits limits,
            boolean realService) {
        this(
                name,
                endpoint,
                region,
                signing,
                aheadOfContract,
                cases,
                notOffered,
                limits,
                realService,
                Optional.empty());
    }

    public Optional<CaseRef> find(Role role) {
        return Optional.ofNullable(cases.get(role));
    }

    /** Whether the profile lists a label under {@code not-offered}. */
    public boolean declines(String label) {
        return notOffered.contains(label);
    }

    public TargetProfile at(URI other) {
        return new TargetProfile(
                name, other, region, signing, aheadOfContract, cases, notOffered, limits, realService, writes);
    }

    public TargetProfile within(Limits other) {
        return new TargetProfile(
                name, endpoint, region, signing, aheadOfContract, cases, notOffered, other, realService, writes);
    }

    public TargetProfile with(Map<Role, CaseRef> other) {
        return new TargetProfile(
                name, endpoint, region, signing, aheadOfContract, other, notOffered, limits, realService, writes);
    }

    public TargetProfile with(Writes other) {
        return new TargetProfile(
                name,
                endpoint,
                region,
                signing,
                aheadOfContract,
                cases,
                notOffered,
                limits,
                realService,
                Optional.of(other));
    }
}
