package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Flaws in how the ids in the path are read. */
final class LabelFlaws {

    private static final String REFUSED =
            "at the response: expected a page, or 404 ResourceNotFoundException or 403 AccessDeniedException, got 400 ValidationException";

    private static final String SERVED =
            "at the response: expected 404 ResourceNotFoundException or 403 AccessDeniedException or 400 ValidationException to '%s', got 200 with 1 event";

    private LabelFlaws() {}

    static List<Flaw> all() {
        return Stream.of(
                        ofLabel("domainId", "domain-id", "400 ValidationException or 403 AccessDeniedException"),
                        ofLabel("caseId", "case-id", "400 ValidationException"),
                        List.of(
                                servesAnEmptyDomain(),
                                servesAnEmptyCase(),
                                splitsLabelsAtEncodedSlashes(),
                                cutsMatrixParametersOff(),
                                takesAPlusForASpace(),
                                decodesOnlyWhatMustBeEncoded(),
                                limitsTheRequestLine()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Flaw> ofLabel(String member, String name, String tooLong) {
        String counted = "request-%s-counts-code-points".formatted(name);
        String there = member.equals("caseId") ? "one-event" : "stub-domain";
        return List.of(
                Flaw.of("refuses-a-%s-of-one-character".formatted(name), () -> limited(member, 2, 500))
                        .caughtBy("request-%s-length-minimum".formatted(name), REFUSED),
                Flaw.of("refuses-a-%s-past-255-characters".formatted(name), () -> limited(member, 1, 255))
                        .caughtBy("request-%s-length-maximum".formatted(name), REFUSED),
                Flaw.of("does-not-limit-a-%s".formatted(name), () -> limited(member, 1, Integer.MAX_VALUE))
                        .caughtBy(
                                "request-%s-length-above-maximum".formatted(name),
                                "at the response: expected %s, got 404 ResourceNotFoundException".formatted(tooLong)),
                Flaw.of("looks-a-very-long-%s-up".formatted(name), () -> limited(member, 1, 500, 2000))
                        .caughtBy(
                                "request-%s-length-far-above-maximum".formatted(name),
                                "at the response: expected %s to 2000 characters, got 404 ResourceNotFoundException"
                                        .formatted(tooLong)),
                Flaw.of("trims-a-%s".formatted(name), () -> reading(member, String::strip))
                        .caughtBy("request-%s-reserved-characters".formatted(name), SERVED.formatted(there + "%20")),
                Flaw.of("normalises-a-%s".formatted(name), () -> reading(member, LabelFlaws::normalised))
                        .caughtBy(
                                "request-%s-dot-segments".formatted(name),
                                "at the response: expected no page for '%s%%2F%%2E', got one".formatted(there)),
                Flaw.of("counts-a-%s-in-utf-16-units".formatted(name), () -> counting(member, String::length))
                        .caughtBy(counted, REFUSED));
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

    private static String normalised(String id) {
        return id.contains("/.") ? Path.of(id).normalize().toString() : id;
    }

    private static Flaw cutsMatrixParametersOff() {
        return Flaw.of("cuts-matrix-parameters-off", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        return super.route(request.to(request.path().replaceAll(";[^/]*", "")));
                    }
                })
                .caughtBy("request-domain-id-reserved-characters", SERVED.formatted("stub-domain;v=1"))
                .caughtBy("request-case-id-reserved-characters", SERVED.formatted("one-event;v=1"))
                .caughtBy(
                        "error-unknown-case-keeps-characters",
                        "at /resourceId: expected '00000000-0000-4000-8000-000000000000a+b;v=1:c@d', got '00000000-0000-4000-8000-000000000000a+b'");
    }

    private static Flaw takesAPlusForASpace() {
        return Flaw.of("takes-a-plus-for-a-space", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        return super.route(request.to(request.path().replace("+", "%20")));
                    }
                })
                .caughtBy(
                        "error-unknown-case-keeps-characters",
                        "at /resourceId: expected '00000000-0000-4000-8000-000000000000a+b;v=1:c@d', got '00000000-0000-4000-8000-000000000000a b;v=1:c@d'");
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

    private static Flaw splitsLabelsAtEncodedSlashes() {
        return Flaw.of("splits-labels-at-encoded-slashes", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        return super.route(request.to(request.path().replace("%2F", "/")));
                    }
                })
                .caughtByEach(
                        "at the response: expected 404 ResourceNotFoundException or 403 AccessDeniedException, got 404 UnknownOperationException",
                        "request-domain-id-encoded-slash",
                        "request-case-id-encoded-slash");
    }

    private static Flaw decodesOnlyWhatMustBeEncoded() {
        return Flaw.of("decodes-only-what-must-be-encoded", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        return super.route(request.to(request.path().replaceAll("%([4-7][0-9A-F])", "%25$1")));
                    }
                })
                .caughtByEach(
                        RequestFlaws.refused("404 ResourceNotFoundException"),
                        "request-domain-id-percent-decoded",
                        "request-case-id-percent-decoded");
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
