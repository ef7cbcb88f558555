package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.world.Failure;
import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The files in the root directory of a WireMock that serves a world. */
public final class Export {

    private static final String README = "README.md";

    private final World world;
    private final Errors errors;
    private final Constraint sizes;
    private final int defaultSize;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Export(World world, Contract contract) {
        this.world = world;
        errors = new Errors(contract);
        sizes = contract.ofInput("maxResults", Keyword.RANGE);
        defaultSize = contract.defaultPageSize();
        List<ObjectNode> refusals = new ArrayList<>(MediaTypeStubs.of(errors));
        refusals.addAll(MalformedStubs.of(errors));
        refusals.addAll(new ViolationStubs(contract, errors).mappings());
        addMappings("refusals", refusals);
        addMappings("missing", MissingStubs.of(world.domains(), errors));
        world.cases().forEach(this::add);
        files.put(README, readme());
    }

    /** Returns the files by their relative paths, with slashes. */
    public static Map<String, byte[]> of(World world, Contract contract) {
        return new Export(world, contract).files;
    }

    private void add(CaseRef one) {
        List<ObjectNode> mappings = new ArrayList<>();
        world.failure(one.domainId(), one.caseId()).ifPresent(failure -> mappings.add(failing(one, failure)));
        world.history(one.domainId(), one.caseId()).ifPresent(events -> mappings.addAll(history(one, events)));
        addMappings(Request.encoded(one.domainId()) + "." + Request.encoded(one.caseId()), mappings);
    }

    private ObjectNode failing(CaseRef one, Failure failure) {
        return new Stub(StubPriority.CASE, String.format(Locale.ROOT, "%s always fails", one))
                .path(Patterns.path(one))
                .response(errors.named(failure.error()), failure.message(), failure.retryAfterSeconds());
    }

    private List<ObjectNode> history(CaseRef one, List<JsonNode> events) {
        PageStubs pages = new PageStubs(one, events, PageSizes.of(events.size(), defaultSize, (int) sizes.maximum()));
        pages.pages().forEach((file, page) -> files.put("__files/" + file, bytes(page)));
        List<ObjectNode> mappings = new ArrayList<>(pages.mappings());
        mappings.addAll(pages.refusals(errors.named("InternalServerException")));
        mappings.add(new Stub(StubPriority.UNKNOWN_TOKEN, String.format(Locale.ROOT, "%s, by another token", one))
                .path(Patterns.path(one))
                .response(
                        errors.named("ValidationException"),
                        "1 validation error detected. Value at '/nextToken' failed to satisfy constraint: "
                                + "Member must be a token that was issued for this case"));
        return mappings;
    }

    // One file for all mappings of a case.
    private void addMappings(String name, List<ObjectNode> mappings) {
        ObjectNode file = Json.object();
        file.putArray("mappings").addAll(mappings);
        files.put(String.format(Locale.ROOT, "mappings/%s.json", name), bytes(file.toPrettyString() + "\n"));
    }

    private static byte[] readme() {
        try (InputStream in = Export.class.getResourceAsStream(README)) {
            if (in == null) {
                throw new IllegalStateException(String.format(Locale.ROOT, "%s is not on the class path", README));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", README), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
