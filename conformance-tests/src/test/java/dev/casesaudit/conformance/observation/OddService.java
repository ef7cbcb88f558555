package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A service that differs from the plain one in everything that the documents leave open. */
final class OddService extends UnusualService {

    private final Set<String> used = new HashSet<>();
    private int issued;

    // ---- the order of errors

    @Override
    protected StubInput input(StubRequest request) {
        CaseRef one = route(request);
        if (one.caseId().length() <= 500 || !one.domainId().equals("stub-domain")) {
            requireThere(one);
        }
        return super.input(request);
    }

    @Override
    protected CaseRef route(StubRequest request) {
        String path = request.path().replace("//", "/").replaceFirst("/Domains/", "/domains/");
        return super.route(new StubRequest(request.exchange(), request.method(), path, request.body()));
    }

    @Override
    protected boolean accepts(String accept) {
        return true;
    }

    @Override
    protected boolean readable(Optional<String> contentType, boolean empty) {
        return super.readable(contentType, empty) && !(contentType.isPresent() && empty);
    }

    @Override
    protected JsonNode parse(String body) {
        try {
            return super.parse(body.replace(",\"maxResults\":2", "")
                    .replace("MaxResults", "maxResults")
                    .replace("\u00ef\u00bb\u00bf", "?")
                    .replace(":1.0", ":1")
                    .replace(":1e1", ":10")
                    .replace(":-0", ":1"));
        } catch (StubError error) {
            throw new StubError(400, "ValidationException", "The body cannot be read");
        }
    }

    @Override
    protected void validate(StubInput input) {
        if (input.of().caseId().length() > 500 && input.maxResults().isPresent()) {
            throw new StubError(400, "ValidationException", "caseId and maxResults are wrong");
        }
        super.validate(input);
    }

    // ---- pages and tokens

    @Override
    protected List<JsonNode> history(CaseRef one) {
        List<JsonNode> history =
                super.history(one).stream().map(JsonNode::<JsonNode>deepCopy).toList();
        for (int i = 0; i < history.size(); i++) {
            // Two events per page, the oldest first.
            ((ObjectNode) history.get(i))
                    .put("performedTime", String.format(Locale.ROOT, "2026-03-01T09:%02d:00.000+00:00", i / 2));
        }
        return history;
    }

    @Override
    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
        ObjectNode page = super.slice(input, history, from);
        boolean full = page.path("auditEvents").size() == size(input);
        if (page.has("nextToken") || full) {
            page.put("nextToken", token(input, from + page.path("auditEvents").size()));
        }
        return page;
    }

    @Override
    protected int size(StubInput input) {
        int size = input.maxResults()
                .orElseGet(() -> input.nextToken().map(OddService::sizeIn).orElse(25));
        return Math.min(size, 20);
    }

    @Override
    protected synchronized int start(StubInput input) {
        String token = input.nextToken().orElse("");
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.contains("_") || sizeIn(token) != size(input) || !used.add(token)) {
            throw new StubError(400, "ValidationException", "The token is of no use");
        }
        return decode(token.replaceFirst("_.*", ""), input.of());
    }

    private synchronized String token(StubInput input, int position) {
        issued++;
        return String.format(
                Locale.ROOT, "%s_%d_%d_%s", encode(input.of(), position), size(input), issued, "x".repeat(100));
    }

    private static int sizeIn(String token) {
        return token.contains("_") ? Integer.parseInt(token.split("_", -1)[1]) : 25;
    }

    // ---- other routes

    @Override
    public StubReply serve(StubRequest request) {
        if (!request.method().equals("POST")) {
            return new StubReply(405, new byte[0]);
        }
        if (request.body().length() > 100_000) {
            return new StubReply(413, new byte[0]);
        }
        int query = Optional.ofNullable(request.exchange().getRequestURI().getRawQuery())
                .map(String::length)
                .orElse(0);
        return query > 10_000 ? new StubReply(414, new byte[0]) : super.serve(request);
    }
}
