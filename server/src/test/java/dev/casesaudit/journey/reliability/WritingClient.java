package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.journey.RawConnection;
import dev.casesaudit.journey.RawConnection.Response;
import dev.casesaudit.journey.reliability.RandomEdits.Edit;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes to one case after the other, and compares the case before and after each write. */
final class WritingClient {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHOWN = 3_000;

    private final RawConnection connection;
    private final String domainId;
    private final long seed;
    private final String emptyDomain;
    private String caseId = "";
    private WrittenCase now = WrittenCase.NONE;

    // The request that made the case.
    private String creation = "";

    /** Adds a domain of its own, with fields of all types. */
    WritingClient(URI endpoint, String domainId, long seed) throws IOException {
        this.connection = RawConnection.underLoad(endpoint);
        this.domainId = domainId;
        this.seed = seed;
        require(200, send("PUT", "/_mock/domains/" + domainId, RandomEdits.domain(domainId)));
        emptyDomain = exportOfDomain();
    }

    /** Writes so many times, and returns how many writes were accepted. */
    int write(int times) throws IOException {
        int accepted = 0;
        for (int number = 0; number < times; number++) {
            RandomChoices draws = new RandomChoices(seed, number);
            String description = String.format(Locale.ROOT, "write %d of seed %d", number, seed);
            accepted += write(draws, description) ? 1 : 0;
            if (draws.oneIn(10)) {
                requireAllFields(draws);
            }
        }
        return accepted;
    }

    private boolean write(RandomChoices draws, String description) throws IOException {
        Edit valid = caseId.isEmpty() ? RandomEdits.creation(draws) : RandomEdits.edit(draws, "/cases/" + caseId, now);
        Edit edit = draws.oneIn(2) ? valid : valid.mutated(draws);
        String what = "%s, %s %s %s".formatted(description, edit.method(), edit.path(), edit.body());
        Response response = send(edit.method(), "/domains/" + domainId + edit.path(), edit.body());
        boolean isAccepted = response.status() == 200;
        try {
            if (isAccepted) {
                accept(edit, WrittenCase.read(response.text()));
            } else {
                refuse(edit, response);
            }
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s%ngot %s%nafter %s".formatted(shown(what), shown(response.toString()), shown(now.text())), e);
        }
        return isAccepted;
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private void refuse(Edit edit, Response response) throws IOException {
        assertThat(FuzzJudge.fault(response, false)).isEmpty();
        assertThat(edit.isMutated()).as("it was mutated").isTrue();
        if (caseId.isEmpty()) {
            assertThat(exportOfDomain()).isEqualTo(emptyDomain);
        } else {
            assertThat(export().text()).isEqualTo(now.text());
        }
    }

    private void accept(Edit edit, JsonNode output) throws IOException {
        if (edit.method().equals("DELETE") && edit.path().equals("/cases/" + caseId)) {
            assertThat(exportOfDomain()).isEqualTo(emptyDomain);
            caseId = "";
            now = WrittenCase.NONE;
            return;
        }
        if (caseId.isEmpty()) {
            caseId = output.path("caseId").asText();
            creation = edit.body();
        }
        WrittenCase after = export();
        edit.expected(now.content(), output)
                .ifPresent(expected -> assertThat(after.content()).isEqualTo(expected));
        after.requireHistoryOf(now);
        if (after.events().size() > now.events().size()) {
            JsonNode user = after.events().get(0).path("performedBy").path("user");
            edit.sent().ifPresent(sent -> assertThat(user).isEqualTo(sent.path("performedBy")));
        }
        requireFields(after);
        requireNewestEvents(after);
        now = after;
    }

    // GetCase says the same as the export.
    private void requireFields(WrittenCase after) throws IOException {
        ObjectNode request = JSON.objectNode();
        RandomEdits.WRITTEN.forEach(
                id -> request.withArray("fields").addObject().put("id", id));
        JsonNode output = WrittenCase.read(require(200, send("POST", casePath(), Bytes.ofText(request.toString())))
                .text());
        assertThat(WrittenCase.fields(output.path("fields")))
                .isEqualTo(after.content().fields());
    }

    // And so does GetCaseAuditEvents.
    private void requireNewestEvents(WrittenCase after) throws IOException {
        JsonNode page = WrittenCase.read(require(200, send("POST", casePath() + "/audit-history", "{\"maxResults\":2}"))
                .text());
        assertThat(after.events().subList(0, Math.min(2, after.events().size())))
                .isEqualTo(WrittenCase.list(page.path("auditEvents")));
    }

    private void requireAllFields(RandomChoices draws) throws IOException {
        List<String> read = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            String query = String.format(Locale.ROOT, "?maxResults=%d", 1 + draws.below(100))
                    + token.map(text -> "&nextToken=" + text).orElse("");
            JsonNode page =
                    WrittenCase.read(require(200, send("POST", "/domains/" + domainId + "/fields-list" + query, ""))
                            .text());
            read.addAll(page.path("fields").findValuesAsText("fieldId"));
            token = Optional.of(page.path("nextToken").asText()).filter(text -> !text.isEmpty());
        } while (token.isPresent());
        assertThat(read)
                .doesNotHaveDuplicates()
                .containsAll(RandomEdits.WRITTEN)
                .hasSize(RandomEdits.FIELDS);
    }

    /** Sends the request that made the case again. Its client token, if it had one, leads to the case. */
    void requireCaseOfToken() throws IOException {
        if (now.text().contains("\"clientToken\":{\"token\":\"t")) {
            Response response = require(200, send("POST", "/domains/" + domainId + "/cases", creation));
            assertThat(WrittenCase.read(response.text()).path("caseId").asText())
                    .isEqualTo(caseId);
            assertThat(export().text()).isEqualTo(now.text());
        }
    }

    private String exportOfDomain() throws IOException {
        return require(200, send("GET", "/_mock/domains/" + domainId, "")).text();
    }

    private WrittenCase export() throws IOException {
        return WrittenCase.of(
                require(200, send("GET", "/_mock" + casePath(), "")).text());
    }

    private String casePath() {
        return "/domains/" + domainId + "/cases/" + caseId;
    }

    private Response send(String method, String path, String body) throws IOException {
        Message message = Message.of(method, path, body.isEmpty() ? "" : "{}").withBody(body);
        return connection.send(message.bytes()).read();
    }

    private static Response require(int status, Response response) {
        assertThat(response.status()).as("%s", response).isEqualTo(status);
        return response;
    }
}
