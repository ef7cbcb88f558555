package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdsIT {

    private static final CheckedControl CONTROL = CheckedControl.own();

    @BeforeEach
    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    static Stream<String> ids() {
        return Stream.of(
                ".",
                "..",
                "/",
                "a/b",
                "a;b=c",
                "100%",
                "%2F",
                " ",
                "a b",
                "a+b",
                "?x=1",
                "#x",
                "\"'\\",
                "caf\u00e9",
                "\ud83d\ude00",
                "state",
                "\ud83d\ude00".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void acceptsAnyIdThatTheOperationAccepts(String id) {
        String label = encode(id);
        String path = CheckedControl.path(label, label);

        JsonNode size =
                CheckedControl.json(CONTROL.put(path, CheckedControl.history(3)).statusCode(200));
        assertThat(size.path("domainId").asText()).isEqualTo(id);
        assertThat(size.path("caseId").asText()).isEqualTo(id);
        CONTROL.put(path + "/behaviour", "{\"pages\": \"short-pages\"}")
                .statusCode(200)
                .body("domainId", equalTo(id))
                .body("caseId", equalTo(id));
        CONTROL.post(path + "/events", CheckedControl.events("3")).statusCode(200);
        CONTROL.put("/_mock/domains/%s/rate-limit".formatted(label), "{\"rate\": 1000, \"burst\": 1000}")
                .statusCode(200);

        assertThat(CONTROL.walk(label, label)).containsExactly("3", "2", "1", "0");
        assertThat(CONTROL.read(path).path("auditEvents")).hasSize(4);
        assertThat(CONTROL.read("/_mock/domains/" + label)
                        .path("cases")
                        .path(id)
                        .path("behaviour")
                        .path("pages")
                        .asText())
                .isEqualTo("short-pages");
        assertThat(CONTROL.read("/_mock/state")
                        .path("rateLimits")
                        .path(0)
                        .path("domainId")
                        .asText())
                .isEqualTo(id);
        assertThat(CONTROL.read("/_mock/journal?caseId=" + label).path("requests"))
                .isNotEmpty();
        CONTROL.delete(path + "/state").statusCode(204);
        CONTROL.get(path).statusCode(404);
    }

    @Test
    void readsIdsInBodiesLiterally() {
        String id = "\ud83d\ude00/..;%";
        CONTROL.putCase("d", "c", CheckedControl.history(2));

        CONTROL.post(
                        CheckedControl.path("d", "c") + "/copies",
                        "{\"domainId\": \"%1$s\", \"caseId\": \"%1$s\"}".formatted(id))
                .statusCode(200)
                .body("domainId", equalTo(id));

        assertThat(CONTROL.walk(encode(id), encode(id))).containsExactly("1", "0");
    }

    @ParameterizedTest
    @CsvSource({"501, 1, domainId", "1, 501, caseId"})
    void refusesIdsThatNoRequestCouldName(int domain, int name, String wrong) {
        String path = CheckedControl.path(encode("\ud83d\ude00".repeat(domain)), encode("\ud83d\ude00".repeat(name)));

        assertThat(CheckedControl.pointers(CONTROL.put(path, CheckedControl.events())))
                .containsExactly(wrong);
        assertThat(CheckedControl.pointers(CONTROL.put(path + "/behaviour", "{}")))
                .containsExactly(wrong);
        assertThat(CONTROL.read(CheckedControl.STATE)
                        .path("world")
                        .path("domains")
                        .asInt())
                .isEqualTo(2);
    }

    // Without an id, the path may be no operation's at all.
    @ParameterizedTest
    @ValueSource(strings = {"/_mock/domains//cases/c", "/_mock/domains//cases/%20", "/_mock/domains/d/cases/"})
    void hasNoCaseWithoutAnId(String path) {
        CheckedControl.exchange(
                        "PUT",
                        path,
                        CONTROL.request().contentType(CheckedControl.JSON).body(CheckedControl.events()))
                .then()
                .statusCode(oneOf(400, 404))
                .header(CheckedControl.ERROR_TYPE, oneOf("ValidationException", "UnknownOperationException"));

        assertThat(CONTROL.read(CheckedControl.STATE)
                        .path("world")
                        .path("cases")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void reportsBothInvalidIds() {
        String tooLong = "x".repeat(501);

        assertThat(CheckedControl.pointers(CONTROL.put(CheckedControl.path(tooLong, tooLong), CheckedControl.events())))
                .containsExactly("domainId", "caseId");
        assertThat(List.of("/_mock/domains/%s", "/_mock/domains/%s/behaviour", "/_mock/domains/%s/rate-limit"))
                .allSatisfy(path -> assertThat(CheckedControl.pointers(
                                CONTROL.put(path.formatted(tooLong), path.endsWith("t") ? "{\"rate\": 1}" : "{}")))
                        .contains("domainId"));
    }

    @Test
    void refusesAPathThatIsNotPercentEncodedUtf8() {
        for (String path :
                List.of("/_mock/domains/%FF", CheckedControl.path("d", "%C3"), CheckedControl.path("%ED%A0%80", "c"))) {
            CheckedControl.exchange("GET", path, CONTROL.request())
                    .then()
                    .statusCode(400)
                    .header(CheckedControl.ERROR_TYPE, equalTo("SerializationException"));
        }
    }

    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
    }
}
