package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages of one case: a file for each page body, and a mapping for each request. */
final class PageStubs {

    private static final String SIZE = "$.maxResults";

    private final CaseRef of;

    // Serialized once, since an event is in a dozen pages.
    private final List<String> events;

    private final PageSizes sizes;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final List<ObjectNode> mappings = new ArrayList<>();

    PageStubs(CaseRef of, List<JsonNode> events, PageSizes sizes) {
        this.of = of;
        this.events = events.stream().map(JsonNode::toString).toList();
        this.sizes = sizes;
        for (int start : starts()) {
            sizesByEnd(start).forEach((end, asked) -> mappings.add(page(start, end, asked)));
        }
    }

    /** Returns the bodies of the pages by file name. */
    Map<String, String> pages() {
        return pages;
    }

    List<ObjectNode> mappings() {
        return mappings;
    }

    /** Returns the mapping for page sizes that are too small. */
    List<ObjectNode> refusals(ContractError error) {
        List<Integer> refused = sizes.refused().boxed().toList();
        if (refused.isEmpty()) {
            return List.of();
        }
        Stub stub = stub(StubPriority.PAGE_TOO_SMALL, String.format(Locale.ROOT, "%s, by pages too small", of));
        stub.value(SIZE).put("matches", oneOf(refused));
        String message = "Of this case, only pages of %s events and more were exported.";
        return List.of(stub.response(
                error, String.format(Locale.ROOT, message, sizes.exported().first())));
    }

    // All positions of a walk, including walks with changing page sizes.
    private NavigableSet<Integer> starts() {
        TreeSet<Integer> starts = new TreeSet<>(List.of(0));
        for (Integer start = 0; start != null; start = starts.higher(start)) {
            for (int size : sizes.exported()) {
                if (start + size < events.size()) {
                    starts.add(start + size);
                }
            }
        }
        return starts;
    }

    // At the end of a history, many sizes have the same page.
    private Map<Integer, List<Integer>> sizesByEnd(int start) {
        Map<Integer, List<Integer>> sizesByEnd = new TreeMap<>();
        IntStream.rangeClosed(1, sizes.largest())
                .forEach(asked -> sizes.served(asked)
                        .map(size -> Math.min(start + size, events.size()))
                        .ifPresent(end -> sizesByEnd
                                .computeIfAbsent(end, absent -> new ArrayList<>())
                                .add(asked)));
        return sizesByEnd;
    }

    private ObjectNode page(int start, int end, List<Integer> asked) {
        String file = String.format(
                Locale.ROOT,
                "%s/%s/%04d-%04d.json",
                Request.encoded(of.domainId()),
                Request.encoded(of.caseId()),
                start,
                end);
        pages.put(file, content(start, end));
        Stub stub = stub(StubPriority.CASE, String.format(Locale.ROOT, "%s, events %s to %s", of, start, end));
        ObjectNode token = stub.value("$.nextToken");
        if (start == 0) {
            token.put("absent", true);
        } else {
            token.put("equalTo", token(start));
        }
        if (asked.contains(sizes.byDefault())) {
            // Two matchers of the body, since a matcher of a JSON path fails if the path leads nowhere.
            ArrayNode either = stub.body().putArray("or");
            Stub.value(either.addObject(), SIZE).put("absent", true);
            Stub.value(either.addObject(), SIZE).put("matches", oneOf(asked));
        } else {
            stub.value(SIZE).put("matches", oneOf(asked));
        }
        return stub.response(file);
    }

    private String content(int start, int end) {
        String list = String.join(",", events.subList(start, end));
        String token = end < events.size() ? String.format(Locale.ROOT, ",\"nextToken\":\"%s\"", token(end)) : "";
        return String.format(Locale.ROOT, "{\"auditEvents\":[%s]%s}", list, token);
    }

    // The same in each export, so that exports can be compared.
    private String token(int start) {
        String place = String.format(
                Locale.ROOT, "%s/%s/%s", Request.encoded(of.domainId()), Request.encoded(of.caseId()), start);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private Stub stub(StubPriority turn, String name) {
        return new Stub(turn, name).path(Patterns.path(of));
    }

    private static String oneOf(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
}
