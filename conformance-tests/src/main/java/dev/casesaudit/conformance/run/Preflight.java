package dev.casesaudit.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Answer;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whether the target can be judged at all. It fails a step only where the target's answer is right by the contract and
 * says that there is nothing to judge, or where there is no answer. An answer that breaks the contract is left to the checks.
 */
final class Preflight {

    /** How far apart two clocks may be before signatures are refused. */
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    /** The fewest events with which a walk has a beginning, a middle and an end. */
    private static final int FEWEST_EVENTS = 3;

    private static final Set<String> REFUSED_CREDENTIALS = Set.of(
            "AccessDeniedException",
            "MissingAuthenticationTokenException",
            "InvalidSignatureException",
            "UnrecognizedClientException",
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidClientTokenId");

    private final Trial trial;
    private final Signer signer;
    private final PreflightSteps steps = new PreflightSteps();

    Preflight(Trial trial, Signer signer) {
        this.trial = trial;
        this.signer = signer;
    }

    List<PreflightStep> run() {
        try {
            look();
        } catch (ProbeFailure.NoAnswer e) {
            silence(e);
        } catch (ProbeFailure e) {
            steps.failed("reachability", String.valueOf(e.getMessage()));
        }
        return steps.all();
    }

    private void look() throws ProbeFailure {
        if (!credentials()) {
            return;
        }
        Optional<CaseRef> first = readable().findFirst();
        if (first.isEmpty()) {
            steps.failed("case", "the target profile names no case that can be read; name one of three events or more");
            return;
        }
        Exchange exchange = trial.once(trial.history(first.get()));
        String way = trial.proxy().isEmpty() ? "" : ", through the proxy " + trial.proxy();
        steps.passed("reachability", "%s answers%s".formatted(trial.profile().endpoint(), way));
        boolean secure = "https".equals(trial.profile().endpoint().getScheme());
        if (secure) {
            steps.passed("tls", "the certificate is trusted");
        } else {
            steps.skipped("tls", "the endpoint is plain HTTP");
        }
        if (clock(exchange.answer()) && authorization(exchange) && cases()) {
            data();
        }
    }

    private boolean credentials() {
        if (trial.profile().signing() == TargetProfile.Signing.NONE || !(signer instanceof SigV4Signer sigV4)) {
            steps.skipped("credentials", "requests are not signed");
            return true;
        }
        try {
            sigV4.requireCredentials();
            steps.passed("credentials", "found");
            return true;
        } catch (SigV4Signer.NoCredentials e) {
            steps.failed("credentials", "none were found where an AWS SDK looks: " + e.getMessage());
            return false;
        }
    }

    private void silence(ProbeFailure.NoAnswer silence) {
        String detail = "%s gives no answer: %s".formatted(trial.profile().endpoint(), silence.getMessage());
        switch (silence.kind()) {
            case TLS -> {
                steps.passed(
                        "reachability",
                        "%s accepts connections".formatted(trial.profile().endpoint()));
                steps.failed("tls", String.valueOf(silence.getMessage()));
            }
            case UNREADABLE ->
                steps.passed("reachability", "it answers, though not with HTTP: " + silence.getMessage());
            case BROKEN -> steps.passed("reachability", "it answers; " + silence.getMessage());
            default -> steps.failed("reachability", detail);
        }
    }

    // Clocks matter to signatures alone.
    private boolean clock(Answer answer) {
        Optional<Duration> skew = skew(answer);
        if (trial.profile().signing() == TargetProfile.Signing.NONE || skew.isEmpty()) {
            steps.skipped("clock", skew.isEmpty() ? "the answer has no date" : "requests are not signed");
            return true;
        }
        long seconds = skew.get().toSeconds();
        if (skew.get().compareTo(LARGEST_SKEW) > 0 && answer.status() == 403) {
            steps.failed(
                    "clock",
                    String.format(
                            Locale.ROOT,
                            "this machine and the target are %d seconds apart; set this machine's clock",
                            seconds));
            return false;
        }
        steps.passed("clock", String.format(Locale.ROOT, "%d seconds apart", seconds));
        return true;
    }

    private static Optional<Duration> skew(Answer answer) {
        try {
            return answer.header("date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(date ->
                            Duration.between(date.toInstant(), Instant.now()).abs());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean authorization(Exchange exchange) {
        Answer answer = exchange.answer();
        String name = ErrorName.of(answer).orElse("");
        if (answer.status() == 403 && REFUSED_CREDENTIALS.contains(name) && wellFormed(answer)) {
            boolean signed = trial.profile().signing() == TargetProfile.Signing.SIGV4;
            String advice =
                    signed ? "" : "; the profile signs nothing, set 'signing: sigv4' if the target wants signatures";
            steps.failed("authorization", "refused with %s: '%s'%s".formatted(name, message(answer), advice));
            return false;
        }
        if (answer.status() == 429 && name.equals("ThrottlingException") && wellFormed(answer)) {
            steps.failed("authorization", "throttled three times in a row; try again later, or with a lower --rate");
            return false;
        }
        steps.passed("authorization", "not refused");
        return true;
    }

    private boolean cases() throws ProbeFailure {
        for (CaseRef one : readable().toList()) {
            Answer answer = trial.once(trial.history(one)).answer();
            boolean missing = answer.status() == 404
                    && ErrorName.of(answer).orElse("").equals("ResourceNotFoundException")
                    && wellFormed(answer)
                    && Json.read(answer.body()).path("resourceId").isTextual();
            if (missing) {
                notThere(one, Json.read(answer.body()));
                return false;
            }
        }
        steps.passed("domain", "there");
        steps.passed("case", "all readable cases of the profile are there");
        return true;
    }

    private void notThere(CaseRef one, JsonNode error) {
        boolean domain =
                error.path("resourceType").asText().toLowerCase(Locale.ROOT).contains("domain");
        String detail = "the profile names %s, which the target does not have: '%s'"
                .formatted(one, error.path("message").asText());
        if (!domain) {
            steps.passed("domain", "there");
        }
        steps.failed(domain ? "domain" : "case", detail);
    }

    private void data() throws ProbeFailure {
        int most = 0;
        boolean readable = true;
        for (CaseRef one : readable().toList()) {
            Optional<Page> page = Page.read(trial.once(trial.history(one)));
            readable &= page.isPresent();
            if (page.isPresent() && page.get().events().size() < FEWEST_EVENTS) {
                // A short page may be followed by more.
                Walk walk = trial.walk(one);
                readable &= walk.sound();
                most = Math.max(most, walk.events().size());
            } else if (page.isPresent()) {
                most = Math.max(most, page.get().events().size());
            }
        }
        if (most < FEWEST_EVENTS && readable) {
            steps.failed(
                    "data",
                    String.format(
                            Locale.ROOT,
                            "the longest case of the profile has %d events; one of %d or more is needed",
                            most,
                            FEWEST_EVENTS));
        } else {
            steps.passed(
                    "data", readable ? "enough to walk" : "not every case could be read, which the checks will judge");
        }
    }

    private Stream<CaseRef> readable() {
        return trial.profile().cases().entrySet().stream()
                .filter(entry -> entry.getKey().readable())
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Preflight::byData)))
                .map(Map.Entry::getValue);
    }

    // The case that walks need comes first, and another domain's last.
    private static int byData(Role role) {
        return role == Role.SECOND_DOMAIN ? Integer.MAX_VALUE : -role.minEvents();
    }

    private static boolean wellFormed(Answer answer) {
        return Json.read(answer.body()).path("message").isTextual();
    }

    private static String message(Answer answer) {
        return Json.read(answer.body()).path("message").asText();
    }
}
