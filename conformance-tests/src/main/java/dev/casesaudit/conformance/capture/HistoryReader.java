package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.JsonBounds;
import dev.casesaudit.conformance.http.PortProtocol;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.run.FirstResponse;
import dev.casesaudit.conformance.run.Obstacle;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads all pages of a history. */
final class HistoryReader {

    // Doubles keep the sign of zero, which decimals do not have.
    private static final ObjectMapper DOUBLES = JsonMapper.builder(JsonBounds.FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final TargetProfile target;
    private final Probe probe;
    private final long pageSize;
    private final long maxPages;

    HistoryReader(TargetProfile target, Probe probe, Contract contract, long maxPages) {
        this.target = target;
        this.probe = probe;
        this.pageSize = contract.ofInput("maxResults", Keyword.RANGE).maximum();
        this.maxPages = maxPages;
    }

    /** Takes the pages of a history. */
    interface Pages {
        /** Takes the items of the next page, and returns whether it wants more. */
        boolean next(JsonNode items) throws IOException;
    }

    /** Reads a history, and returns whether it was read to its end. */
    boolean read(CaseRef one, Pages taker) throws CaptureFailure, IOException {
        SeenTexts tokens = new SeenTexts();
        Optional<String> token = Optional.empty();
        for (long pages = 1; ; pages++) {
            JsonNode page = page(one, token);
            JsonNode next = page.path("nextToken");
            boolean more = taker.next(page.path("auditEvents")) && pages < maxPages;
            if (!next.isTextual()) {
                return true;
            }
            requireUsable(next.textValue(), tokens, pages);
            if (!more) {
                return false;
            }
            token = Optional.of(next.textValue());
        }
    }

    private void requireUsable(String token, SeenTexts tokens, long page) throws CaptureFailure {
        String problem = "";
        if (token.isEmpty()) {
            problem = "is an empty string, which may mean the first page";
        } else if (token.length() > target.limits().response().token()) {
            problem = "is longer than the limit (--limit token=N)";
        } else if (!tokens.add(token)) {
            problem = "was there before, so the pages would never end";
        }
        if (!problem.isEmpty()) {
            throw new CaptureFailure(String.format(Locale.ROOT, "the nextToken of page %d %s", page, problem));
        }
    }

    private JsonNode page(CaseRef one, Optional<String> token) throws CaptureFailure {
        ObjectNode input = Json.object().put("maxResults", pageSize);
        token.ifPresent(text -> input.put("nextToken", text));
        Request request = Request.auditHistory(one.domainId(), one.caseId())
                .json(input.toString())
                .header("accept", "application/json");
        try {
            Exchange exchange = probe.sendPersistently(request);
            List<Finding> findings = Expect.page(exchange);
            if (!findings.isEmpty()) {
                throw new CaptureFailure(obstacle(one, exchange, findings.get(0)));
            }
            return parsed(exchange);
        } catch (ProbeFailure.NoResponse e) {
            throw new CaptureFailure(silence(e));
        } catch (ProbeFailure e) {
            throw new CaptureFailure(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode parsed(Exchange exchange) throws CaptureFailure {
        try {
            return DOUBLES.readTree(exchange.response().body().bytes());
        } catch (IOException e) {
            throw new CaptureFailure(
                    "a page cannot be read: " + Json.problem(exchange.response().body()));
        }
    }

    private String obstacle(CaseRef one, Exchange exchange, Finding finding) {
        String name = ErrorName.of(exchange).orElse("");
        boolean ofCase =
                Set.of("ResourceNotFoundException", "ValidationException").contains(name);
        if (ofCase
                || (exchange.response().status() == 200 && Json.body(exchange).has("auditEvents"))) {
            return finding.mismatch().toString();
        }
        if (exchange.response().status() == 429) {
            return "the target throttles; run again later, or with a lower --rate";
        }
        return Obstacle.of(target, new FirstResponse(one, exchange), Optional.empty())
                .detail();
    }

    private String silence(ProbeFailure.NoResponse silence) {
        String reason = String.valueOf(silence.getMessage());
        return switch (silence.kind()) {
            case BROKEN -> "a response cannot be read: " + reason;
            case UNREACHABLE, TIMEOUT ->
                String.format(Locale.ROOT, "%s sends no response: %s", target.endpoint(), reason);
            case TLS, CLOSED, UNREADABLE -> {
                PortProtocol spoken = PortProtocol.of(
                        target.endpoint(),
                        silence.exchange().request(),
                        target.limits().requestTimeout());
                yield spoken.kind() == PortProtocol.Kind.HTTP_1 || spoken.kind() == PortProtocol.Kind.NOTHING
                        ? String.format(Locale.ROOT, "%s sends no response: %s", target.endpoint(), reason)
                        : Obstacle.unreadable(target, spoken, reason).detail();
            }
        };
    }
}
