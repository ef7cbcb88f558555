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
import dev.casesaudit.conformance.http.Reply.Answer;
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

/** Headers, lengths and codings of every message. */
public final class WireChecks extends CheckTable {

    // Longer pages first: what is short is often sent as it is.
    private static final List<Role> LONGEST =
            List.of(Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG, Role.SOME_EVENTS, Role.ONE_EVENT);

    private static final Pattern CHARSET =
            Pattern.compile("application/json.*;\\s*charset\\s*=\\s*\"?([^\";\\s]*).*", Pattern.CASE_INSENSITIVE);

    // Letters of two, three and four bytes.
    private static final String BEYOND_ASCII = "\u00e9-\u20ac-\ud83d\udce6";

    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/us-east-1/cases/aws4_request, "
                    + "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=" + "0a1b".repeat(16);

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "protocol-header-names-any-case",
                        trial -> page(
                                trial,
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
                        trial -> page(trial, request -> request.header("accept-encoding", "gzip"), request -> request)),
                check("protocol-identity-is-honoured", WireChecks::identityIsHonoured),
                onAnyCase("protocol-error-is-utf8", WireChecks::errorIsUtf8),
                onAnyCase("protocol-charset-is-utf8", WireChecks::charsetIsUtf8));
    }

    // ---- requests in an unusual form

    private static Outcome page(CheckContext trial, UnaryOperator<Request> unusual, UnaryOperator<Request> usual)
            throws ProbeFailure {
        return page(trial, unusual, usual, exchange -> List.of());
    }

    private static Outcome page(
            CheckContext trial,
            UnaryOperator<Request> unusual,
            UnaryOperator<Request> usual,
            Function<Exchange, List<Finding>> look)
            throws ProbeFailure {
        Optional<CaseRef> one = LONGEST.stream()
                .flatMap(role -> trial.profile().find(role).stream())
                .findFirst();
        if (one.isEmpty()) {
            return trial.withAnyCase(none -> Outcome.notTestable("no case can be read"));
        }
        Request history = trial.history(one.get());
        Exchange exchange = trial.ask(unusual.apply(history));
        List<Finding> findings = look.apply(exchange);
        return findings.isEmpty() ? trial.blaming(Expect.page(exchange), usual.apply(history)) : Outcome.of(findings);
    }

    // A signature holds the host as the signer writes it.
    private static Outcome hostAnyCase(CheckContext trial) throws ProbeFailure {
        if (trial.profile().signing() != Signing.NONE) {
            return new Outcome.NotApplicable("the host is part of the signature");
        }
        String host = trial.profile().endpoint().getRawAuthority().toUpperCase(Locale.ROOT);
        return trial.withAnyCase(one -> {
            Request plain = unencoded(trial.history(one));
            return trial.blaming(Expect.page(trial.ask(plain.header("host", host))), plain);
        });
    }

    // A target that serves unsigned requests, and does not say what it does with signed ones, may check those.
    private static Outcome signatureIsIgnored(CheckContext trial) throws ProbeFailure {
        boolean unchecked =
                trial.profile().signing() == Signing.NONE && trial.profile().declines(TargetProfile.SIGNATURES);
        return unchecked
                ? page(
                        trial,
                        request -> request.header("Authorization", SIGNATURE)
                                .header("X-Amz-Date", "20260301T000000Z")
                                .header("X-Amz-Security-Token", "c2Vzc2lvbg=="),
                        request -> request)
                : new Outcome.NotApplicable("the target profile does not say that no signatures are checked");
    }

    // ---- lengths: by a header, by chunks, or by the end of the connection

    private static Outcome pageIsFramed(CheckContext trial, CaseRef one) throws ProbeFailure {
        Exchange exchange = trial.ask(unencoded(trial.history(one)));
        List<Finding> findings = contradiction(exchange);
        return findings.isEmpty() ? trial.blaming(Expect.page(exchange), trial.history(one)) : Outcome.of(findings);
    }

    private static Outcome errorIsFramed(CheckContext trial, CaseRef one) throws ProbeFailure {
        // The same through a client, which reads on where a length is wrong, or fails for it elsewhere.
        boolean told = isObject(ProvokedError.UNKNOWN_CASE.made(trial, one));
        Exchange exchange = trial.ask(unencoded(trial.history(trial.unknownCase())));
        List<Finding> findings = contradiction(exchange);
        if (told && findings.isEmpty() && !isObject(exchange)) {
            String actual =
                    "no JSON object in " + Words.count(exchange.answer().body().size(), "byte");
            findings = List.of(Finding.of(exchange, "the whole error", actual));
        }
        return findings.isEmpty() && !told
                ? Outcome.notTestable("an unknown case brings no error with a JSON object")
                : trial.served(one, findings);
    }

    private static boolean isObject(Exchange exchange) {
        return exchange.answer().status() >= 400 && Json.body(exchange).isObject();
    }

    // Past a client, which would mend what it gets.
    private static Request unencoded(Request request) {
        return request.header("accept-encoding", "identity").throughSocket();
    }

    // A body that does not end where it should is no whole answer to the probe. Two ways that contradict each other
    // show here alone.
    private static List<Finding> contradiction(Exchange exchange) {
        boolean both = exchange.answer().header("content-length").isPresent()
                && exchange.answer().header("transfer-encoding").isPresent();
        return Finding.unless(!both, exchange, "either content-length or transfer-encoding", "both");
    }

    // ---- codings

    private static Outcome identityIsHonoured(CheckContext trial) throws ProbeFailure {
        Outcome outcome = coded(trial, "identity", "no content-encoding, as accept-encoding says", "identity");
        try {
            return outcome instanceof Outcome.Passed
                    ? coded(trial, "gzip", "content-encoding gzip or none", "gzip", "x-gzip", "identity")
                    : outcome;
        } catch (ProbeFailure.NoAnswer e) {
            // That gzip can be read is another requirement.
            return outcome;
        }
    }

    private static Outcome coded(CheckContext trial, String accepted, String expected, String... allowed)
            throws ProbeFailure {
        return page(
                trial,
                request -> request.header("accept-encoding", accepted),
                request -> request,
                exchange -> otherCoding(exchange, expected, allowed));
    }

    private static List<Finding> otherCoding(Exchange exchange, String expected, String... allowed) {
        String coding = exchange.answer().header("content-encoding").orElse("identity");
        boolean right = List.of(allowed).contains(coding.toLowerCase(Locale.ROOT));
        return Finding.unless(right, exchange, expected, quoted(coding));
    }

    // An error is likely to repeat the id that it did not find.
    private static Outcome errorIsUtf8(CheckContext trial, CaseRef one) throws ProbeFailure {
        CaseRef unknown = new CaseRef(one.domainId(), trial.unknownCase().caseId() + BEYOND_ASCII);
        Exchange exchange = trial.ask(trial.history(unknown));
        return exchange.answer().status() < 400 || exchange.answer().body().isEmpty()
                ? Outcome.notTestable("an unknown case brings no error with a body")
                : trial.served(one, otherThanUtf8(exchange));
    }

    // Of the whole run.
    private static Outcome charsetIsUtf8(CheckContext trial, CaseRef one) throws ProbeFailure {
        trial.once(trial.history(one));
        ProvokedError.errors(trial, one);
        return trial.served(
                one,
                trial.exchanges().stream()
                        .flatMap(exchange -> otherCharset(exchange).stream())
                        .toList());
    }

    private static List<Finding> otherCharset(Exchange exchange) {
        String type = exchange.reply() instanceof Answer answer
                ? answer.header("content-type").orElse("")
                : "";
        Matcher named = CHARSET.matcher(type);
        String charset = named.matches() ? named.group(1) : "utf-8";
        return Finding.unless(
                charset.equalsIgnoreCase("utf-8"), exchange, "charset utf-8, or none", "charset " + quoted(charset));
    }
}
