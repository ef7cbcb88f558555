package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flaws of the ids in the path. */
final class IdFlaws extends FlawTable {

    private static final String REFUSED =
            "at the response: expected a page, or 404 ResourceNotFoundException or 403 AccessDeniedException, got 400 ValidationException";

    private static final String SPLIT =
            "at the response: expected 404 ResourceNotFoundException or 403 AccessDeniedException, got 404 UnknownOperationException";

    private static final Pattern LABELS = Pattern.compile("(/domains/)([^/]*)(/cases/)([^/]*)");

    @Override
    List<Flaw> flaws() {
        return List.of(
                Flaw.of("refuses-a-domain-id-of-one-character", () -> limited("domainId", 2, 500))
                        .caughtBy("request-domain-id-length-minimum", REFUSED),
                Flaw.of("refuses-a-domain-id-past-255-characters", () -> limited("domainId", 1, 255))
                        .caughtBy("request-domain-id-length-maximum", REFUSED),
                Flaw.of("does-not-limit-a-domain-id", () -> limited("domainId", 1, Integer.MAX_VALUE))
                        .caughtBy(
                                "request-domain-id-length-above-maximum",
                                "at the response: expected 400 ValidationException or 403 AccessDeniedException, got 404 ResourceNotFoundException"),
                Flaw.of("looks-a-very-long-domain-id-up", () -> limited("domainId", 1, 500, 2000))
                        .caughtBy(
                                "request-domain-id-length-far-above-maximum",
                                "at the response: expected 400 ValidationException or 403 AccessDeniedException to 2000 characters, got 404 ResourceNotFoundException"),
                Flaw.of("trims-a-domain-id", () -> reading("domainId", String::strip))
                        .caughtBy("request-domain-id-reserved-characters", served("stub-domain%20")),
                Flaw.of("normalises-a-domain-id", () -> reading("domainId", IdFlaws::normalised))
                        .caughtBy(
                                "request-domain-id-dot-segments",
                                "at the response: expected no page for 'stub-domain%2F%2E', got a page"),
                Flaw.of("counts-a-domain-id-in-utf-16-units", () -> counting("domainId", String::length))
                        .caughtBy("request-domain-id-counts-code-points", REFUSED),
                Flaw.of("refuses-a-case-id-of-one-character", () -> limited("caseId", 2, 500))
                        .caughtBy("request-case-id-length-minimum", REFUSED),
                Flaw.of("refuses-a-case-id-past-255-characters", () -> limited("caseId", 1, 255))
                        .caughtBy("request-case-id-length-maximum", REFUSED),
                Flaw.of("does-not-limit-a-case-id", () -> limited("caseId", 1, Integer.MAX_VALUE))
                        .caughtBy(
                                "request-case-id-length-above-maximum",
                                "at the response: expected 400 ValidationException, got 404 ResourceNotFoundException"),
                Flaw.of("looks-a-very-long-case-id-up", () -> limited("caseId", 1, 500, 2000))
                        .caughtBy(
                                "request-case-id-length-far-above-maximum",
                                "at the response: expected 400 ValidationException to 2000 characters, got 404 ResourceNotFoundException"),
                Flaw.of("trims-a-case-id", () -> reading("caseId", String::strip))
                        .caughtBy("request-case-id-reserved-characters", served("one-event%20")),
                Flaw.of("normalises-a-case-id", () -> reading("caseId", IdFlaws::normalised))
                        .caughtBy(
                                "request-case-id-dot-segments",
                                "at the response: expected no page for 'one-event%2F%2E', got a page"),
                Flaw.of("counts-a-case-id-in-utf-16-units", () -> counting("caseId", String::length))
                        .caughtBy("request-case-id-counts-code-points", REFUSED),
                servesAnEmptyDomain(),
                servesAnEmptyCase(),
                routes("splits-labels-at-encoded-slashes", IdFlaws::split)
                        .caughtByEach(SPLIT, "request-domain-id-encoded-slash", "request-case-id-encoded-slash"),
                routes("splits-a-domain-id-at-encoded-slashes", path -> ofDomain(path, IdFlaws::split))
                        .caughtBy("request-domain-id-encoded-slash", SPLIT),
                routes("splits-a-case-id-at-encoded-slashes", path -> ofCase(path, IdFlaws::split))
                        .caughtBy("request-case-id-encoded-slash", SPLIT),
                routes("cuts-matrix-parameters-off", path -> path.replaceAll(";[^/]*", ""))
                        .caughtBy("request-domain-id-reserved-characters", served("stub-domain;v=1"))
                        .caughtBy("request-case-id-reserved-characters", served("one-event;v=1"))
                        .caughtBy(
                                "error-unknown-case-keeps-characters",
                                "at /resourceId: expected '00000000-0000-4000-8000-000000000000a+b;v=1:c@d', got '00000000-0000-4000-8000-000000000000a+b'"),
                routes("decodes-only-what-must-be-encoded", IdFlaws::undecoded)
                        .caughtByEach(
                                refused("404 ResourceNotFoundException"),
                                "request-domain-id-percent-decoded",
                                "request-case-id-percent-decoded"),
                routes("decodes-only-what-must-be-encoded-in-a-domain-id", path -> ofDomain(path, IdFlaws::undecoded))
                        .caughtBy("request-domain-id-percent-decoded", refused("404 ResourceNotFoundException")),
                routes("decodes-only-what-must-be-encoded-in-a-case-id", path -> ofCase(path, IdFlaws::undecoded))
                        .caughtBy("request-case-id-percent-decoded", refused("404 ResourceNotFoundException")),
                limitsTheRequestLine());
    }

    private static String served(String id) {
        return "at the response: expected 404 ResourceNotFoundException or 403 AccessDeniedException or 400 ValidationException to '"
                + id + "', got 200 with 1 event";
    }

    private static Service limited(String member, int least, int most) {
        return limited(member, least, most, Integer.MAX_VALUE);
    }

    private static Service limited(String member, int least, int most, int unlimitedFrom) {
        return new Service() {
            @Override
            protected void length(String value, int min, int max, String of) {
                if (!of.equals(member)) {
                    super.length(value, min, max, of);
                } else if (value.length() < unlimitedFrom) {
                    super.length(value, least, most, of);
                }
            }
        };
    }

    private static Service reading(String member, UnaryOperator<String> as) {
        return new Service() {
            @Override
            protected CaseRef route(StubRequest request) {
                CaseRef one = super.route(request);
                return member.equals("caseId")
                        ? new CaseRef(one.domainId(), as.apply(one.caseId()))
                        : new CaseRef(as.apply(one.domainId()), one.caseId());
            }
        };
    }

    private static String split(String label) {
        return label.replace("%2F", "/");
    }

    private static String undecoded(String label) {
        return label.replaceAll("%([4-7][0-9A-F])", "%25$1");
    }

    private static String ofDomain(String path, UnaryOperator<String> as) {
        Matcher labels = LABELS.matcher(path);
        return labels.replaceFirst(found ->
                Matcher.quoteReplacement(found.group(1) + as.apply(found.group(2)) + found.group(3) + found.group(4)));
    }

    private static String ofCase(String path, UnaryOperator<String> as) {
        Matcher labels = LABELS.matcher(path);
        return labels.replaceFirst(found ->
                Matcher.quoteReplacement(found.group(1) + found.group(2) + found.group(3) + as.apply(found.group(4))));
    }

    private static String normalised(String id) {
        return id.contains("/.") ? Path.of(id).normalize().toString() : id;
    }

    private static Service counting(String member, ToIntFunction<String> measure) {
        return new Service() {
            @Override
            protected void length(String value, int min, int max, String of) {
                super.length(of.equals(member) ? "x".repeat(measure.applyAsInt(value)) : value, min, max, of);
            }
        };
    }

    private static Flaw servesAnEmptyDomain() {
        return Flaw.of("takes-an-empty-domain-id-for-its-only-domain", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        CaseRef one = super.route(request);
                        return one.domainId().isEmpty() ? new CaseRef("stub-domain", one.caseId()) : one;
                    }
                })
                .caughtBy(
                        "request-domain-id-length-below-minimum",
                        "at the response: expected 400 ValidationException or 404 UnknownOperationException or 404 ResourceNotFoundException or 403 AccessDeniedException, got 200 with 1 event");
    }

    private static Flaw servesAnEmptyCase() {
        return Flaw.of("fails-on-an-empty-case-id", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        CaseRef one = super.route(request);
                        if (one.caseId().isEmpty()) {
                            throw new StubError(500, "InternalServerException", "Index 0 out of bounds for length 0");
                        }
                        return one;
                    }
                })
                .caughtBy(
                        "request-case-id-length-below-minimum",
                        "at the response: expected 400 ValidationException or 404 UnknownOperationException or 404 ResourceNotFoundException or 403 AccessDeniedException, got 500 InternalServerException");
    }

    private static Flaw limitsTheRequestLine() {
        return Flaw.of("limits-the-request-line-to-8-kb", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        if (request.path().length() > 8192) {
                            throw new StubError(414, "RequestUriTooLongException", "The request line is too long");
                        }
                        return super.route(request);
                    }
                })
                .caughtBy(
                        "request-longest-route",
                        "at the response: expected a page, or 404 ResourceNotFoundException or 403 AccessDeniedException, got 414 RequestUriTooLongException");
    }
}
