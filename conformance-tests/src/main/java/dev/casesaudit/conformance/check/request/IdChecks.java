package dev.casesaudit.conformance.check.request;

import static dev.casesaudit.conformance.check.request.Label.CASE_ID;
import static dev.casesaudit.conformance.check.request.Label.DOMAIN_ID;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The ids in the path. */
public final class IdChecks extends RequestTable {

    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");
    private static final HexFormat PERCENT_TWICE =
            HexFormat.of().withUpperCase().withPrefix("%25");

    @Override
    public List<Check> checks() {
        return List.of(
                valid("request-domain-id-length-minimum", DOMAIN_ID, Boundary.MINIMUM),
                valid("request-domain-id-length-maximum", DOMAIN_ID, Boundary.MAXIMUM),
                countsCodePoints("request-domain-id-counts-code-points", DOMAIN_ID),
                empty("request-domain-id-length-below-minimum", DOMAIN_ID),
                tooLong("request-domain-id-length-above-maximum", DOMAIN_ID),
                farTooLong("request-domain-id-length-far-above-maximum", DOMAIN_ID),
                percentDecoded("request-domain-id-percent-decoded", DOMAIN_ID),
                encodedSlash("request-domain-id-encoded-slash", DOMAIN_ID),
                reservedCharacters("request-domain-id-reserved-characters", DOMAIN_ID),
                dotSegments("request-domain-id-dot-segments", DOMAIN_ID),
                valid("request-case-id-length-minimum", CASE_ID, Boundary.MINIMUM),
                valid("request-case-id-length-maximum", CASE_ID, Boundary.MAXIMUM),
                countsCodePoints("request-case-id-counts-code-points", CASE_ID),
                empty("request-case-id-length-below-minimum", CASE_ID),
                tooLong("request-case-id-length-above-maximum", CASE_ID),
                farTooLong("request-case-id-length-far-above-maximum", CASE_ID),
                percentDecoded("request-case-id-percent-decoded", CASE_ID),
                encodedSlash("request-case-id-encoded-slash", CASE_ID),
                reservedCharacters("request-case-id-reserved-characters", CASE_ID),
                dotSegments("request-case-id-dot-segments", CASE_ID),
                onAnyCase("request-longest-route", IdChecks::longestRoute));
    }

    private static Check valid(String id, Label label, Boundary boundary) {
        return onAnyCase(id, (context, one) -> {
                    long length = boundary == Boundary.MINIMUM ? label.minimum(context) : label.maximum(context);
                    return valid(context, label.request(one, "a".repeat((int) length)), label.unknown(one));
                })
                .coveringInput(label.member(), Keyword.LENGTH, boundary);
    }

    // An ASCII id of the same length shows whether counting is the cause.
    private static Check countsCodePoints(String id, Label label) {
        return onAnyCase(id, (context, one) -> {
                    int maximum = label.maximum(context);
                    Request longest = label.request(one, Label.FOUR_BYTES.repeat(maximum));
                    Outcome outcome = valid(context, longest, label.request(one, "a".repeat(maximum)));
                    if (!(outcome instanceof Outcome.Passed)) {
                        return outcome;
                    }
                    Refusal refusal = Refusal.of(context.contract(), label.refusals());
                    Request tooLong = label.request(one, Label.FOUR_BYTES.repeat(maximum + 1));
                    return context.comparedWith(
                            Expect.refusal(context.sendOnce(tooLong), refusal),
                            label.request(one, "a".repeat(maximum + 1)),
                            refusal);
                })
                .coveringInput(label.member(), Keyword.LENGTH, Boundary.MAXIMUM, Boundary.ABOVE);
    }

    private static Check empty(String id, Label label) {
        return refused(
                        id,
                        // HTTP clients normalize two slashes in a row.
                        (context, one) -> label.request(one, "").throughSocket(),
                        "ValidationException",
                        "UnknownOperationException",
                        "ResourceNotFoundException",
                        "AccessDeniedException")
                .coveringInput(label.member(), Keyword.LENGTH, Boundary.BELOW);
    }

    private static Check tooLong(String id, Label label) {
        return refused(
                        id,
                        (context, one) -> label.request(one, "a".repeat(label.maximum(context) + 1)),
                        label.refusals())
                .coveringInput(label.member(), Keyword.LENGTH, Boundary.ABOVE);
    }

    private static Check farTooLong(String id, Label label) {
        return allRefusedLike(
                id,
                (context, one) -> {
                    int length = label.maximum(context) * 4;
                    return List.of(new Named(Words.count(length, "character"), label.request(one, "a".repeat(length))));
                },
                (context, one) -> label.request(one, "a".repeat(label.maximum(context) + 1)),
                label.refusals());
    }

    private static Check percentDecoded(String id, Label label) {
        return onAnyCase(id, (context, one) -> {
            String encoded = PERCENT.formatHex(label.of(one).getBytes(StandardCharsets.UTF_8));
            // A target that serves any id proves nothing by serving this one.
            return Expect.page(context.sendOnce(label.unknown(one))).isEmpty()
                    ? Outcome.notTestable("the target serves an unknown id too")
                    : ownHistory(context, one, label.withEncoded(one, encoded), context.history(one));
        });
    }

    private static Check encodedSlash(String id, Label label) {
        return refusedLike(
                id,
                (context, one) -> label.request(one, label.of(one) + "/x"),
                (context, one) -> label.unknown(one),
                "ResourceNotFoundException",
                "AccessDeniedException");
    }

    // Some copies of the documents have a pattern for ids without these characters.
    private static Check reservedCharacters(String id, Label label) {
        return allRefusedLike(
                id,
                (context, one) -> reserved(label.of(one))
                        // An HTTP client may normalize the path.
                        .map(it ->
                                new Named(quoted(it), label.withEncoded(one, it).throughSocket()))
                        .toList(),
                (context, one) -> label.unknown(one),
                "ResourceNotFoundException",
                "AccessDeniedException",
                "ValidationException");
    }

    // Characters that a path may have, such as those of matrix parameters; the same encoded; a space; the beginnings of
    // a query and of a fragment; an id that is encoded twice.
    private static Stream<String> reserved(String id) {
        String twice = PERCENT_TWICE.formatHex(id.getBytes(StandardCharsets.UTF_8));
        return Stream.concat(
                Stream.of(";v=1", "+", ":x", "@x", "%3Bv=1", "%2B", "%20", "%3Fx", "%23x", "%25")
                        .map(added -> Request.encoded(id) + added),
                Stream.of(twice));
    }

    // URIs may be normalized on their way, so any refusal is right.
    private static Check dotSegments(String id, Label label) {
        return onAnyCase(id, (context, one) -> {
            if (Page.read(context.sendOnce(label.unknown(one))).isPresent()) {
                return Outcome.notTestable("the target serves an unknown id too");
            }
            String there = Request.encoded(label.of(one));
            List<Finding> findings = new ArrayList<>();
            for (String encoded :
                    List.of("%2E", "%2E%2E", there + "%2F%2E", "x%2F%2E%2E%2F" + there, "%2E%2F" + there)) {
                Exchange exchange =
                        context.sendOnce(label.withEncoded(one, encoded).throughSocket());
                if (Page.read(exchange).isPresent()) {
                    findings.add(Finding.of(exchange, "no page for " + quoted(encoded), "a page"));
                }
            }
            return findings.isEmpty() ? context.served(one) : Outcome.of(findings);
        });
    }

    private static Outcome longestRoute(CheckContext context, CaseRef one) throws ProbeFailure {
        String domain = Label.FOUR_BYTES.repeat(DOMAIN_ID.maximum(context));
        String caseId = Label.FOUR_BYTES.repeat(CASE_ID.maximum(context));
        Request longest = Request.auditHistory(domain, caseId);
        // If one of the ids fails alone, the length of the route is not the cause.
        Outcome outcome = valid(context, longest, DOMAIN_ID.request(one, domain));
        return outcome instanceof Outcome.Failed ? valid(context, longest, CASE_ID.request(one, caseId)) : outcome;
    }

    /** Judges a request with unusual, valid ids, if the target answers usual ids correctly. */
    private static Outcome valid(CheckContext context, Request tried, Request usual) throws ProbeFailure {
        List<Finding> findings = invalid(context.sendOnce(tried), context.contract());
        if (findings.isEmpty()) {
            return new Outcome.Passed();
        }
        List<Finding> control = invalid(context.sendOnce(usual), context.contract());
        return context.asDocumented(control)
                ? Outcome.of(findings)
                : Outcome.notTestable("another id gets no better response: " + control.get(0));
    }

    // The ids may name something or nothing.
    private static List<Finding> invalid(Exchange exchange, Contract contract) {
        if (Expect.page(exchange).isEmpty()) {
            return List.of();
        }
        Refusal refusal = Refusal.of(contract, "ResourceNotFoundException", "AccessDeniedException");
        return Expect.refusal(exchange, refusal).stream()
                .map(finding -> finding.expecting("a page, or " + refusal))
                .toList();
    }
}
