package dev.casesaudit.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.http.ResponseLimits;
import dev.casesaudit.conformance.input.Input;
import dev.casesaudit.conformance.input.Origin;
import dev.casesaudit.conformance.input.Problems;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a profile from layers. Each layer overrides the earlier ones. */
final class ProfileReading {

    private static final List<String> MEMBERS = List.of(
            "base",
            "endpoint",
            "region",
            "signing",
            "ahead-of-contract",
            "real-service",
            "domain",
            "cases",
            "second-domain",
            "not-offered",
            "rate",
            "max-requests",
            "request-timeout",
            "time-limit",
            "limits",
            "writes");

    private static final List<String> WRITES =
            List.of("domain", "template", "text-field", "number-field", "fields", "event-timeout");

    // The second domain is a member of its own, since it has a domain and a case.
    private static final List<String> ROLES = Arrays.stream(Role.values())
            .filter(role -> role != Role.SECOND_DOMAIN)
            .map(Role::label)
            .toList();

    private static final List<String> OFFERS = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::label), Stream.of(TargetProfile.SIGNATURES))
            .toList();

    /** A first guess: the documents name no time from an edit to its event. */
    private static final Duration DEFAULT_EVENT_TIMEOUT = Duration.ofSeconds(30);

    private static final int LARGEST_LIMIT = 1_000_000_000;

    // Completes an endpoint whose region is not known yet.
    private static final String ANY_REGION = "us-east-1";

    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private final Map<Role, String> cases = new EnumMap<>(Role.class);
    private final Set<String> notOffered = new LinkedHashSet<>();
    private @Nullable CaseRef second;
    private String endpoint = "";
    private String region = "";
    private String domain = "";
    private Signing signing = Signing.NONE;
    private boolean aheadOfContract;
    private boolean realService;
    private double rate;
    private int maxRequests = 1;
    private Duration requestTimeout = Duration.ZERO;
    private Duration timeLimit = Duration.ZERO;
    private Optional<Writes> writes = Optional.empty();
    private final Map<String, Integer> responseLimits = new HashMap<>();

    ProfileReading(Problems problems) {
        this.problems = problems;
    }

    void add(Input layer) {
        Map<String, Input> members = layer.members(MEMBERS);
        seen.addAll(members.keySet());
        // First, since another domain discards the cases of earlier layers.
        Optional.ofNullable(members.get("domain"))
                .flatMap(value -> value.text("the id of a domain", Placeholders::filled))
                .ifPresent(this::moveTo);
        Set<String> named = new HashSet<>();
        members.forEach((name, value) -> read(name, value, named));
        notOffered.removeAll(named);
        Optional.ofNullable(members.get("not-offered")).ifPresent(list -> decline(list, named));
    }

    // Case ids are valid in their domain only.
    private void moveTo(String other) {
        if (!other.equals(domain)) {
            cases.clear();
            second = null;
        }
        domain = other;
    }

    private void read(String name, Input value, Set<String> named) {
        switch (name) {
            case "base" -> value.choice(ProfileReader.BUILT_IN);
            case "endpoint" ->
                value.text(
                                EndpointText.EXPECTED,
                                text -> EndpointText.parse(text, ANY_REGION).map(uri -> text))
                        .ifPresent(text -> endpoint = text);
            case "region" ->
                value.text("a region, such as us-east-1", ProfileReading::region)
                        .ifPresent(text -> region = text);
            case "signing" ->
                value.choice(List.of("none", "sigv4"))
                        .ifPresent(text -> signing = Signing.valueOf(text.toUpperCase(Locale.ROOT)));
            case "ahead-of-contract" -> value.flag().ifPresent(flag -> aheadOfContract = flag);
            case "real-service" -> value.flag().ifPresent(flag -> realService = flag);
            case "cases" -> value.members().forEach((label, id) -> nameCase(label, id, named));
            case "second-domain" -> nameSecond(value, named);
            case "rate" -> value.number(0, 10_000).ifPresent(number -> rate = number);
            case "max-requests" -> value.wholeNumber(1, 1_000_000).ifPresent(number -> maxRequests = number);
            case "request-timeout" ->
                value.text(DurationText.EXPECTED, DurationText::parse).ifPresent(time -> requestTimeout = time);
            case "time-limit" ->
                value.text(DurationText.EXPECTED, DurationText::parse).ifPresent(time -> timeLimit = time);
            case "limits" ->
                value.members(ResponseLimits.NAMES)
                        .forEach((limit, number) -> number.wholeNumber(1, LARGEST_LIMIT)
                                .ifPresent(most -> responseLimits.put(limit, most)));
            case "writes" -> writes = writes(value);
            default -> {
                // Read elsewhere, or already reported as unknown.
            }
        }
    }

    private void nameCase(String label, Input id, Set<String> named) {
        if (!ROLES.contains(label)) {
            problems.add(
                    id.place(),
                    "one of the roles " + String.join(", ", ROLES),
                    String.format(Locale.ROOT, "'%s'", label));
            return;
        }
        named.add(label);
        Role role = Role.labelled(label).orElseThrow();
        id.text("the id of a case", Placeholders::filled).ifPresent(text -> cases.put(role, text));
    }

    private void nameSecond(Input value, Set<String> named) {
        named.add(Role.SECOND_DOMAIN.label());
        value.members(List.of("domain", "case"));
        Optional<String> ofDomain = id(value, "domain", "the id of another domain");
        Optional<String> ofCase = id(value, "case", "the id of a case");
        if (ofDomain.isPresent() && ofCase.isPresent()) {
            second = new CaseRef(ofDomain.get(), ofCase.get());
        }
    }

    private Optional<Writes> writes(Input value) {
        Map<String, Input> members = value.members(WRITES);
        Optional<String> ofDomain = id(value, "domain", "the id of a domain");
        Optional<String> template = id(value, "template", "the id of a template");
        Optional<String> text = id(value, "text-field", "the id of a field of type Text");
        Optional<String> number = id(value, "number-field", "the id of a field of type Number");
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        Optional.ofNullable(members.get("fields"))
                .ifPresent(all -> all.members()
                        .forEach((id, one) -> one.scalar("a text, a number or a boolean")
                                .ifPresent(scalar -> fields.put(id, scalar))));
        Optional<Duration> eventTimeout = Optional.ofNullable(members.get("event-timeout"))
                .flatMap(time -> time.text(DurationText.EXPECTED, DurationText::parse));
        if (text.isPresent() && text.equals(number)) {
            value.require("number-field", "").ifPresent(same -> same.unlike("another field than text-field"));
        }
        if (ofDomain.isEmpty() || template.isEmpty() || text.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Writes(
                ofDomain.get(),
                template.get(),
                text.get(),
                number.get(),
                fields,
                eventTimeout.orElse(DEFAULT_EVENT_TIMEOUT)));
    }

    private static Optional<String> id(Input value, String member, String expected) {
        return value.require(member, expected).flatMap(id -> id.text(expected, Placeholders::filled));
    }

    private void decline(Input list, Set<String> named) {
        for (Input item : list.items()) {
            Optional<String> label = item.choice(OFFERS);
            if (label.filter(named::contains).isPresent()) {
                item.unlike("only roles without a case");
            }
            label.ifPresent(notOffered::add);
            label.flatMap(Role::labelled).ifPresent(cases::remove);
            if (label.filter(Role.SECOND_DOMAIN.label()::equals).isPresent()) {
                second = null;
            }
        }
    }

    /** Builds the profile. Messages name {@code origin} as the place of missing members. */
    TargetProfile finish(String name, Origin origin) throws UnusableInput {
        require("endpoint", origin, "the URL of the endpoint, there or as --endpoint");
        require("domain", origin, "the id of a domain, there or as --domain");
        boolean regional = signing == Signing.SIGV4 || EndpointText.needsRegion(endpoint);
        if (regional) {
            require("region", origin, "a region, there, as --region or in the variable AWS_REGION");
        }
        if (second != null && second.domainId().equals(domain)) {
            problems.add(origin.place("/second-domain/domain"), "another domain than that of the cases", "the same");
        }
        boolean reported = seen.contains("cases") && !problems.none();
        if (cases.keySet().stream().noneMatch(Role::readable) && !reported) {
            problems.add(
                    origin.place("/cases"),
                    "a case that can be read, there or as --case some-events=ID (any case of three events will do)",
                    "none");
        }
        problems.throwIfAny(String.format(Locale.ROOT, "the target profile '%s'", name));
        String in = region.isEmpty() ? ANY_REGION : region;
        URI uri = EndpointText.parse(endpoint, in).orElseThrow();
        Limits limits = new Limits(rate, maxRequests, requestTimeout, timeLimit, ResponseLimits.with(responseLimits));
        return new TargetProfile(
                name, uri, in, signing, aheadOfContract, allCases(), notOffered, limits, realService, writes);
    }

    // A wrong value is already reported.
    private void require(String member, Origin origin, String expected) {
        if (!seen.contains(member)) {
            problems.add(origin.place("/" + member), expected, "nothing");
        }
    }

    private Map<Role, CaseRef> allCases() {
        Map<Role, CaseRef> all = new EnumMap<>(Role.class);
        cases.forEach((role, id) -> all.put(role, new CaseRef(domain, id)));
        if (second != null) {
            all.put(Role.SECOND_DOMAIN, second);
        }
        return all;
    }

    private static Optional<String> region(String text) {
        return Optional.of(text).filter(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }
}
