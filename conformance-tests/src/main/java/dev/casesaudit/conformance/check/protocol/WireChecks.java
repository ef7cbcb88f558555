package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.ProvokedError;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Header names, body lengths and encodings. */
public final class WireChecks extends CheckTable {

    // Longer pages first: servers often do not compress short ones.
    private static final List<Role> LONGEST =
            List.of(Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG, Role.SOME_EVENTS, Role.ONE_EVENT);

    private static final Pattern CHARSET =
            Pattern.compile("application/json.*;\\s*charset\\s*=\\s*\"?([^\";\\s]*).*", Pattern.CASE_INSENSITIVE);

    // Characters of two, three and four bytes.
    private static final String BEYOND_ASCII = "\u00e9-\u20ac-\ud83d\udce6";

    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/us-east-1/cases/aws4_request, "
                    + "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=" + "0a1b".repeat(16);

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "protocol-header-names-any-case",
                        context -> page(
                                context,
                                request -> request.body(Content.of("{}"))
                                        .header("CONTENT-TYPE", "application/json")
                                        .header("aCCept", "application/json"),
                                request -> request.json("{}").header("accept", "application/json"))),
                check("protocol-host-any-case", WireChecks::hostAnyCase),
                check("protocol-signature-is-ignored", WireChecks::signatureIsIgnored),
                onAnyCase("protocol-page-is-framed", WireChecks::pageIsFramed),
                onAnyCase("protocol-error-is-framed", WireChecks::errorIsFramed),
                check(
                        "protocol-gzip-is-readable",
                        context -> page(
                                context, request -> request.header("accept-encoding", "gzip"), request -> request)),
                check("protocol-identity-is-honoured", WireChecks::identityIsHonoured),
                onAnyCase("protocol-error-is-utf8", WireChecks::errorIsUtf8),
                onAnyCase("protocol-charset-is-utf8", WireChecks::charsetIsUtf8));
    }

    // ---- requests in an unusual form

    private static Outcome page(CheckContext context, UnaryOperator<Request> unusual, UnaryOperator<Request> usual)
            throws ProbeFailure {
        return page(context, unusual, usual, exchange -> List.of());
    }

    private static Outcome page(
            CheckContext context,
            UnaryOperator<Request> unusual,
            UnaryOperator<Request> usual,
            Function<Exchange, List<Finding>> look)
            throws ProbeFailure {
        Optional<CaseRef> one = LONGEST.stream()
                .flatMap(role -> context.profile().find(role).stream())
                .findFirst();
        if (one.isEmpty()) {
            return context.withAnyCase(none -> Outcome.notTestable("no case can be read"));
        }
        Request history = context.history(one.get());
        Exchange exchange = context.send(unusual.apply(history));
        List<Finding> findings = look.apply(exchange);
        return findings.isEmpty()
                ? context.comparedWith(Expect.page(exchange), usual.apply(history))
                : Outcome.of(findings);
    }

    // A signature covers the host, letter case included.
    private static Outcome hostAnyCase(CheckContext context) throws ProbeFailure {
        if (context.profile().signing() != Signing.NONE) {
            return new Outcome.NotApplicable("the host is part of the signature");
        }
        String host = context.profile().endpoint().getRawAuthority().toUpperCase(Locale.ROOT);
        return context.withAnyCase(one -> {
            Request plain = unencoded(context.history(one));
            return context.comparedWith(Expect.page(context.send(plain.header("host", host))), plain);
        });
    }

    // Unless its profile says otherwise, a target may serve unsigned requests and check signed ones.
    private static Outcome signatureIsIgnored(CheckContext context) throws ProbeFailure {
        boolean unchecked =
                context.profile().signing() == Signing.NONE && context.profile().declines(TargetProfile.SIGNATURES);
        return unchecked
                ? page(
                        context,
                        request -> request.header("Authorization", SIGNATURE)
                                .header("X-Amz-Date", "20260301T000000Z")
                                .header("X-Amz-Security-Token", "c2Vzc2lvbg=="),
                        request -> request)
                : new Outcome.NotApplicable("the target profile does not decline signatures");
    }

    // ---- lengths: by a header, by chunks, or by the end of the connection

    private static Outcome pageIsFramed(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange exchange = context.send(unencoded(context.history(one)));
        List<Finding> findings = contradiction(exchange);
        return findings.isEmpty()
                ? context.comparedWith(Expect.page(exchange), context.history(one))
                : Outcome.of(findings);
    }

    private static Outcome errorIsFramed(CheckContext context, CaseRef one) throws ProbeFailure {
        // An HTTP client shows whether there is a whole error to find.
        boolean complete = isObject(ProvokedError.UNKNOWN_CASE.provoke(context, one));
        Exchange exchange = context.send(unencoded(context.history(context.unknownCase())));
        List<Finding> findings = contradiction(exchange);
        if (complete && findings.isEmpty() && !isObject(exchange)) {
            String actual = "no JSON object in "
                    + Words.count(exchange.response().body().size(), "byte");
            findings = List.of(Finding.of(exchange, "a complete error", actual));
        }
        return findings.isEmpty() && !complete
                ? Outcome.notTestable("an unknown case gets no error with a JSON object")
                : context.served(one, findings);
    }

    private static boolean isObject(Exchange exchange) {
        return exchange.response().status() >= 400 && Json.body(exchange).isObject();
    }

    // An HTTP client would hide wrong lengths.
    private static Request unencoded(Request request) {
        return request.header("accept-encoding", "identity").throughSocket();
    }

    // The probe itself refuses bodies with a wrong end. Only this check sees two contradicting lengths.
    private static List<Finding> contradiction(Exchange exchange) {
        boolean both = exchange.response().header("content-length").isPresent()
                && exchange.response().header("transfer-encoding").isPresent();
        return Finding.unless(!both, exchange, "either content-length or transfer-encoding", "both");
    }

    // ---- codings

    private static Outcome identityIsHonoured(CheckContext context) throws ProbeFailure {
        Outcome outcome = coded(context, "identity", "no content-encoding, as accept-encoding says", "identity");
        try {
            return outcome instanceof Outcome.Passed
                    ? coded(context, "gzip", "content-encoding gzip or none", "gzip", "x-gzip", "identity")
                    : outcome;
        } catch (ProbeFailure.NoResponse e) {
            // Another requirement is about readable gzip.
            return outcome;
        }
    }

    private static Outcome coded(CheckContext context, String accepted, String expected, String... allowed)
            throws ProbeFailure {
        return page(
                context,
                request -> request.header("accept-encoding", accepted),
                request -> request,
                exchange -> otherCoding(exchange, expected, allowed));
    }

    private static List<Finding> otherCoding(Exchange exchange, String expected, String... allowed) {
        String coding = exchange.response().header("content-encoding").orElse("identity");
        boolean right = List.of(allowed).contains(coding.toLowerCase(Locale.ROOT));
        return Finding.unless(right, exchange, expected, quoted(coding));
    }

    // An error is likely to quote an unknown id.
    private static Outcome errorIsUtf8(CheckContext context, CaseRef one) throws ProbeFailure {
        CaseRef unknown = new CaseRef(one.domainId(), context.unknownCase().caseId() + BEYOND_ASCII);
        Exchange exchange = context.send(context.history(unknown));
        return exchange.response().status() < 400 || exchange.response().body().isEmpty()
                ? Outcome.notTestable("an unknown case gets no error with a body")
                : context.served(one, otherThanUtf8(exchange));
    }

    // Looks at the whole run.
    private static Outcome charsetIsUtf8(CheckContext context, CaseRef one) throws ProbeFailure {
        context.sendOnce(context.history(one));
        ProvokedError.errors(context, one);
        return context.served(
                one,
                context.exchanges().stream()
                        .flatMap(exchange -> otherCharset(exchange).stream())
                        .toList());
    }

    private static List<Finding> otherCharset(Exchange exchange) {
        String type = exchange.reply() instanceof Response response
                ? response.header("content-type").orElse("")
                : "";
        Matcher named = CHARSET.matcher(type);
        String charset = named.matches() ? named.group(1) : "utf-8";
        return Finding.unless(
                charset.equalsIgnoreCase("utf-8"), exchange, "charset utf-8, or none", "charset " + quoted(charset));
    }
}
