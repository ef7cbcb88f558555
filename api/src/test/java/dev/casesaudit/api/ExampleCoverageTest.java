package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples seed and document the mock, so a case that none of them shows is a case that nobody sees. */
class ExampleCoverageTest {

    /** Of a domain and a case that have a history, for every request whose name no example of a parameter has. */
    private static final String SERVED = "Served";

    private final ContractDocument contract = ContractDocument.read();
    private final ContractShapes shapes = new ContractShapes(contract);
    private final List<JsonNode> pages = Example.all(contract).stream()
            .filter(example -> example.schemaPointer().contains("/responses/200/"))
            .map(Example::value)
            .toList();

    @ParameterizedTest
    @CsvSource({"oldValue, AuditEventFieldValueUnion", "newValue, AuditEventFieldValueUnion", "user, UserUnion"})
    void theExamplesShowEveryArm(String member, String union) {
        assertThat(shown(member).flatMap(value -> ContractDocument.names(value).stream()))
                .containsAll(shapes.arms(union).values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuditEventFieldValueUnion", "UserUnion"})
    void everyArmHasAnExampleOfItsNameThatShowsIt(String union) {
        shapes.arms(union)
                .forEach((arm, member) -> assertThat(Example.all(contract))
                        .filteredOn(example -> example.name().equals(arm)
                                && example.schemaPointer().contains("/responses/200/"))
                        .singleElement()
                        .satisfies(example ->
                                assertThat(example.value().findValues(member)).isNotEmpty()));
    }

    @ParameterizedTest
    @CsvSource({"type, AuditEventType", "relatedItemType, RelatedItemType"})
    void theExamplesShowEveryListedValue(String member, String enumeration) {
        assertThat(shown(member).map(JsonNode::textValue)).containsAll(shapes.enumValues(enumeration));
    }

    @Test
    void theExamplesShowAMiddleALastAndAnEmptyPage() {
        assertThat(pages).anyMatch(page -> page.has("nextToken")).anyMatch(page -> !page.has("nextToken"));
        assertThat(pages).anyMatch(page -> page.get("auditEvents").isEmpty());
    }

    @Test
    void theExamplesShowEventsWithAndWithoutEachOptionalMember() {
        assertThat(events()).anyMatch(event -> event.has("performedBy")).anyMatch(event -> !event.has("performedBy"));
        assertThat(shown("performedBy")).anyMatch(by -> by.has("user")).anyMatch(by -> !by.has("user"));
        assertThat(shown("fields")).anyMatch(JsonNode::isEmpty);
    }

    @Test
    void anIdIsThatOfOneEvent() {
        assertThat(events().distinct().map(event -> event.required("eventId").textValue()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.findValuesAsText("eventId")).doesNotHaveDuplicates());
    }

    // Mocks made from the contract answer each of these requests with the response of its name, and all others with the
    // first.
    @Test
    void everyRequestShownHasTheResponseOfItsName() {
        Set<String> requests = byName("/requestBody/").keySet();

        assertThat(responseNames()).containsAll(requests);
        for (String parameter : List.of("DomainId", "CaseId")) {
            assertThat(byName("/components/parameters/" + parameter + "/").keySet())
                    .startsWith(SERVED)
                    .isSubsetOf(
                            Stream.concat(Stream.of(SERVED), requests.stream()).toList());
        }
    }

    @Test
    void noTwoRequestsShownAreTheSame() {
        Map<String, JsonNode> domains = byName("/components/parameters/DomainId/");
        Map<String, JsonNode> cases = byName("/components/parameters/CaseId/");

        assertThat(byName("/requestBody/").entrySet().stream()
                        .map(body -> List.of(
                                domains.getOrDefault(body.getKey(), domains.get(SERVED)),
                                cases.getOrDefault(body.getKey(), cases.get(SERVED)),
                                body.getValue()))
                        .toList())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyErrorShownForARequestHasItsNameInTheHeader() {
        Map<String, JsonNode> headers = byName("/headers/x-amzn-errortype/");
        Set<String> errors = new LinkedHashSet<>(byName("/requestBody/").keySet());
        errors.removeAll(byName("/responses/200/").keySet());

        assertThat(headers).isNotEmpty().containsOnlyKeys(errors);
        headers.forEach((name, header) -> assertThat(name).startsWith(header.textValue()));
    }

    @Test
    void everyErrorOfTheServiceHasARequestOfItsName() {
        assertThat(byName("/requestBody/").keySet())
                .contains(
                        "ValidationException",
                        "AccessDeniedException",
                        "ResourceNotFoundException",
                        "ThrottlingException",
                        "InternalServerException");
    }

    @Test
    void thePagesShownAreThoseThatTheirRequestsAskFor() {
        Map<String, JsonNode> responses = byName("/responses/200/");
        Map<String, JsonNode> requests = byName("/requestBody/");
        requests.keySet().retainAll(responses.keySet());

        requests.forEach((name, request) -> assertThat(
                        Objects.requireNonNull(responses.get(name)).path("auditEvents"))
                .as(name)
                .hasSizeBetween(1, request.path("maxResults").asInt(25)));
        assertThat(requests.values())
                .flatExtracting(request -> request.findValuesAsText("nextToken"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(responses.values().stream()
                        .flatMap(page -> page.findValuesAsText("nextToken").stream())
                        .toList());
    }

    @Test
    void theFirstResponseShownIsAWholeHistoryOfSeveralEvents() {
        for (String schema : List.of("/responses/200/", "/components/schemas/GetCaseAuditEventsResponse")) {
            JsonNode first = byName(schema).values().iterator().next();

            assertThat(first.path("auditEvents")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(first.has("nextToken")).isFalse();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyErrorNameHasAnExampleInItsResponse() {
        return ContractError.all(contract).stream()
                .map(error -> dynamicTest(
                        error.name(),
                        () -> assertThat(ContractDocument.names(error.examples()))
                                .contains(error.name())));
    }

    private List<String> responseNames() {
        return Example.all(contract).stream()
                .filter(example -> example.schemaPointer().matches(".*/responses/.*/content/.*"))
                .map(Example::name)
                .toList();
    }

    private Map<String, JsonNode> byName(String place) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        Example.all(contract).stream()
                .filter(example -> example.schemaPointer().contains(place))
                .forEach(example -> found.put(example.name(), example.value()));
        return found;
    }

    private Stream<JsonNode> events() {
        return pages.stream()
                .flatMap(page -> ContractDocument.stream(page.get("auditEvents").elements()));
    }

    private Stream<JsonNode> shown(String member) {
        return pages.stream().flatMap(page -> page.findValues(member).stream());
    }
}
