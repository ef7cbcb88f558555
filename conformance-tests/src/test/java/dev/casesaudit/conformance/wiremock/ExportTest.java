package dev.casesaudit.conformance.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final World WORLD = World.read();
    private static final Map<String, byte[]> FILES = Export.of(WORLD, Contract.read());

    @ParameterizedTest
    @CsvSource({
        "case-empty, 1, 1",
        "case-one-event, 25, 1",
        "case-full-page, 25, 1",
        "case-full-page, 24, 2",
        "case-two-pages, 1, 26",
        "case-two-pages, 25, 2",
        "case-every-shape, 4, 4",
        "case-long, 25, 40",
        "case-long, 10, 100",
        "case-long, 24, 100"
    })
    void hasEveryPageOfAWalk(String caseId, int size, int pages) {
        List<JsonNode> walked = walk(caseId, size, pages);

        assertThat(walked).isEqualTo(WORLD.history("contact-center", caseId).orElseThrow());
    }

    @Test
    void refusesPageSizesOfLongCasesThatWereNotExported() {
        assertThat(mappings("contact-center.case-long"))
                .filteredOn(mapping -> mapping.at("/response/status").asInt() == 500)
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.at("/request/bodyPatterns/0/matchesJsonPath/matches")
                                .asText())
                        .isEqualTo("1|2|3|4|5|6|7|8|9"));
    }

    @Test
    void saysWhenToTryAgainWhereTheMockDoes() {
        JsonNode mapping = mappings("contact-center.case-internal-error").get(0);

        assertThat(mapping.at("/response/status").asInt()).isEqualTo(500);
        assertThat(mapping.at("/response/headers/retry-after").asText()).isEqualTo("1");
        assertThat(mapping.at("/response/headers/x-amzn-errortype").asText()).isEqualTo("InternalServerException");
    }

    @Test
    void namesEveryMappingAndGivesItARequestId() {
        assertThat(FILES.keySet().stream().filter(file -> file.startsWith("mappings/")))
                .allSatisfy(file -> assertThat(mappings(file.substring(9, file.length() - 5)))
                        .isNotEmpty()
                        .allSatisfy(mapping -> {
                            assertThat(mapping.path("name").asText()).isNotEmpty();
                            assertThat(mapping.at("/response/headers/x-amzn-requestid")
                                            .asText())
                                    .contains("randomValue");
                        }));
    }

    @Test
    void writesTheSameEachTime() {
        Map<String, byte[]> again = Export.of(World.read(), Contract.read());

        assertThat(again.keySet()).isEqualTo(FILES.keySet());
        assertThat(again).allSatisfy((file, content) -> assertThat(content).isEqualTo(FILES.get(file)));
    }

    // Finds pages like WireMock: by the token of the page before and the size.
    private static List<JsonNode> walk(String caseId, int size, int pages) {
        List<JsonNode> mappings = mappings("contact-center." + caseId);
        List<JsonNode> walked = new ArrayList<>();
        String token = "";
        for (int i = 0; i < pages; i++) {
            JsonNode page = page(mapping(mappings, token, size));
            page.path("auditEvents").forEach(walked::add);
            token = page.path("nextToken").asText();
        }
        assertThat(token).isEmpty();
        return walked;
    }

    private static JsonNode mapping(List<JsonNode> mappings, String token, int size) {
        return mappings.stream()
                .filter(mapping -> mapping.at("/response/status").asInt() == 200)
                .filter(mapping -> mapping.at("/request/bodyPatterns/0/matchesJsonPath/equalTo")
                        .asText()
                        .equals(token))
                .filter(mapping -> mapping.at("/request/bodyPatterns/1").findValuesAsText("matches").stream()
                        .anyMatch(sizes -> String.valueOf(size).matches(sizes)))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode page(JsonNode mapping) {
        return read("__files/" + mapping.at("/response/bodyFileName").asText());
    }

    private static List<JsonNode> mappings(String name) {
        JsonNode file = read("mappings/%s.json".formatted(name));
        return StreamSupport.stream(file.path("mappings").spliterator(), false).toList();
    }

    private static JsonNode read(String file) {
        try {
            return MAPPER.readTree(FILES.getOrDefault(file, new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
