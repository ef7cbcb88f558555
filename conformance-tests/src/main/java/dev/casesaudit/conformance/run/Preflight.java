package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.PortProtocol;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.text.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether the target can be judged. A step passes only with evidence: a page of a case of the profile, or a
 * response that only the operation can send. The checks judge whether such a response is right.
 */
final class Preflight {

    /** The clock skew at which AWS refuses signatures. */
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    /** A walk by pages of one event needs three to have a first, a middle and a last page. */
    private static final int FEWEST_EVENTS = 3;

    private static final String LEFT_TO_CHECKS = "the checks judge the other responses";

    private final CheckContext context;
    private final Signer signer;
    private final PreflightSteps steps = new PreflightSteps();

    Preflight(CheckContext context, Signer signer) {
        this.context = context;
        this.signer = signer;
    }

    List<PreflightStep> run() {
        try {
            look();
        } catch (ProbeFailure.NoResponse e) {
            silence(e);
        } catch (ProbeFailure e) {
            steps.failed(steps.next(), "not reached: " + e.getMessage());
        }
        return steps.all();
    }

    private void look() throws ProbeFailure {
        if (!credentials()) {
            return;
        }
        List<CaseRef> cases = readable().toList();
        if (cases.isEmpty()) {
            steps.failed("case", "the target profile names no readable case; name one of three events or more");
            return;
        }
        List<FirstResponse> responses = responses(cases);
        if (responses.stream().anyMatch(FirstResponse::fromOperation)) {
            served(responses);
        } else if (!responses.isEmpty()) {
            unserved(responses.get(0));
        }
    }

    // Empty if not even the first case has a response that can be read.
    private List<FirstResponse> responses(List<CaseRef> cases) throws ProbeFailure {
        List<FirstResponse> responses = new ArrayList<>();
        for (CaseRef one : cases) {
            try {
                responses.add(FirstResponse.to(context, one));
            } catch (ProbeFailure.NoResponse e) {
                if (responses.isEmpty()) {
                    silence(e);
                    return responses;
                }
                // The target responds, and the checks judge the responses.
            }
            if (responses.size() == 1 && !reached(responses.get(0).response())) {
                return List.of();
            }
        }
        return responses;
    }

    private boolean reached(Response response) {
        reachable();
        return clock(response);
    }

    private void reachable() {
        String way = context.proxy().isEmpty() ? "" : ", by the proxy " + context.proxy();
        steps.passed(
                "reachability",
                String.format(Locale.ROOT, "%s answers%s", context.profile().endpoint(), way));
        if ("https".equals(context.profile().endpoint().getScheme())) {
            steps.passed("tls", "the certificate is trusted");
        } else {
            steps.skipped("tls", "the endpoint is plain HTTP");
        }
    }

    private void served(List<FirstResponse> responses) throws ProbeFailure {
        long pages = responses.stream().filter(FirstResponse::isPage).count();
        long all = readable().count();
        if (pages == 0) {
            broken("no page can be read");
            return;
        }
        steps.passed("authorization", "a case is served");
        steps.passed("operation", "GetCaseAuditEvents responds");
        Optional<Obstacle> obstacle = responses.stream()
                .flatMap(response -> Obstacle.amongPages(context.profile(), response).stream())
                .findFirst();
        if (obstacle.isPresent()) {
            fail(obstacle.get());
            return;
        }
        steps.passed("domain", "there");
        steps.passed(
                "case",
                pages == all
                        ? "all readable cases of the profile are served"
                        : String.format(
                                Locale.ROOT, "%d of %d readable cases are served; %s", pages, all, LEFT_TO_CHECKS));
        data(responses, pages == all);
    }

    // The operation exists, and all its pages are broken.
    private void broken(String how) {
        steps.passed("authorization", "not refused");
        steps.passed(
                "operation",
                String.format(Locale.ROOT, "GetCaseAuditEvents responds, but %s; %s", how, LEFT_TO_CHECKS));
        steps.skipped("data", "no page can be read");
    }

    private void unserved(FirstResponse first) throws ProbeFailure {
        Response elsewhere = context.sendOnce(Request.to("POST", "/no-operation-has-this-route"))
                .response();
        // A route with a response of its own is an operation that breaks the contract.
        if (first.response().status() == 200
                && Json.read(first.response().body()).isObject()
                && elsewhere.status() >= 400) {
            broken("without a list of events");
            return;
        }
        fail(Obstacle.of(context.profile(), first, Optional.of(elsewhere)));
    }

    private void fail(Obstacle obstacle) {
        steps.failed(obstacle.step(), obstacle.detail());
    }

    private boolean credentials() {
        if (context.profile().signing() == TargetProfile.Signing.NONE || !(signer instanceof SigV4Signer sigV4)) {
            steps.skipped("credentials", "requests are not signed");
            return true;
        }
        try {
            sigV4.requireCredentials();
            steps.passed("credentials", "found");
            return true;
        } catch (SigV4Signer.NoCredentials e) {
            steps.failed("credentials", SigV4Signer.NO_CREDENTIALS);
            return false;
        }
    }

    private void silence(ProbeFailure.NoResponse silence) {
        String reason = String.valueOf(silence.getMessage());
        switch (silence.kind()) {
            case UNREACHABLE -> unreachable(reason);
            case BROKEN -> {
                reachable();
                broken("the response is incomplete: " + reason);
            }
            case TLS, TIMEOUT, CLOSED, UNREADABLE -> spoken(silence, reason);
        }
    }

    private void unreachable(String reason) {
        steps.failed(
                "reachability",
                String.format(
                        Locale.ROOT,
                        "%s sends no response: %s",
                        context.profile().endpoint(),
                        reason));
    }

    // The first bytes of the port show why the client got no response.
    private void spoken(ProbeFailure.NoResponse silence, String reason) {
        TargetProfile target = context.profile();
        PortProtocol spoken = PortProtocol.of(
                target.endpoint(), silence.exchange().request(), target.limits().requestTimeout());
        boolean broken =
                spoken.kind() == PortProtocol.Kind.HTTP_1 && spoken.firstBytes().contains("\"auditEvents\"");
        if (broken) {
            reachable();
            broken("no response can be read: " + reason);
        } else if (silence.kind() == ProbeFailure.Kind.TLS
                && spoken.kind() != PortProtocol.Kind.PLAIN
                && spoken.kind() != PortProtocol.Kind.HTTP_2) {
            steps.passed("reachability", String.format(Locale.ROOT, "%s accepts connections", target.endpoint()));
            steps.failed("tls", reason);
        } else {
            fail(Obstacle.unreadable(target, spoken, reason));
        }
    }

    // Clocks matter only to signatures.
    private boolean clock(Response response) {
        Optional<Duration> skew = skew(response);
        if (context.profile().signing() == TargetProfile.Signing.NONE || skew.isEmpty()) {
            steps.skipped("clock", skew.isEmpty() ? "the response has no date" : "requests are not signed");
            return true;
        }
        long seconds = skew.get().toSeconds();
        if (skew.get().compareTo(LARGEST_SKEW) > 0 && response.status() == 403) {
            steps.failed(
                    "clock",
                    String.format(
                            Locale.ROOT,
                            "the clocks of this machine and of the target differ by %s; set the clock of this machine",
                            Words.count(seconds, "second")));
            return false;
        }
        steps.passed("clock", Words.count(seconds, "second") + " apart");
        return true;
    }

    private static Optional<Duration> skew(Response response) {
        try {
            return response.header("date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(date ->
                            Duration.between(date.toInstant(), Instant.now()).abs());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void data(List<FirstResponse> responses, boolean all) throws ProbeFailure {
        int most = 0;
        boolean whole = all;
        for (FirstResponse response : responses) {
            int events = Page.read(response.exchange())
                    .map(page -> page.events().size())
                    .orElse(0);
            if (response.isPage() && events < FEWEST_EVENTS) {
                // A short page may have a next page.
                Walk walk = context.walk(response.of());
                whole &= walk.sound();
                events = walk.events().size();
            }
            most = Math.max(most, events);
        }
        if (most < FEWEST_EVENTS && whole) {
            steps.failed(
                    "data",
                    String.format(
                            Locale.ROOT,
                            "the longest case of the profile has %d %s; one of %d or more is needed",
                            most,
                            most == 1 ? "event" : "events",
                            FEWEST_EVENTS));
        } else {
            steps.passed("data", most < FEWEST_EVENTS ? LEFT_TO_CHECKS : "enough to walk");
        }
    }

    private Stream<CaseRef> readable() {
        return context.profile().cases().entrySet().stream()
                .filter(entry -> entry.getKey().readable())
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Preflight::byData)))
                .map(Map.Entry::getValue);
    }

    // The case for walks comes first, and the case of another domain last.
    private static int byData(Role role) {
        return role == Role.SECOND_DOMAIN ? Integer.MAX_VALUE : -role.minEvents();
    }
}
