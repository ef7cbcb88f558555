package dev.casesaudit.journey.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.server.json.Yaml;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The seeded world as a client of the mock finds it: every case that the fixtures name, walked to its end. */
public final class ServedWorld {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path FIXTURES = Path.of("src", "main", "resources", "fixtures");

    private final URI endpoint;

    public ServedWorld(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Returns a fixture document for each domain, by its id. */
    public Map<String, JsonNode> documents() throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (Path file : fixtures()) {
            try (InputStream in = Files.newInputStream(file)) {
                JsonNode seeded = Yaml.read(in);
                String domain = seeded.path("domain").asText();
                ObjectNode document = MAPPER.createObjectNode().put("domain", domain);
                ObjectNode cases = document.putObject("cases");
                for (String caseId : idsOf(seeded.path("cases"))) {
                    cases.set(caseId, content(domain, caseId));
                }
                documents.put(domain, document);
            }
        }
        return documents;
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.sorted().toList();
        }
    }

    private static List<String> idsOf(JsonNode cases) {
        List<String> ids = new ArrayList<>();
        cases.fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    private JsonNode content(String domain, String caseId) throws IOException {
        ArrayNode events = MAPPER.createArrayNode();
        ObjectNode request = MAPPER.createObjectNode();
        while (true) {
            Response response = RestAssured.given()
                    .contentType("application/json")
                    .body(request.toString())
                    .post(endpoint + "/domains/{domain}/cases/{case}/audit-history", domain, caseId);
            JsonNode body = MAPPER.readTree(response.asByteArray());
            if (response.statusCode() != 200) {
                return failing(response, body);
            }
            body.path("auditEvents").forEach(events::add);
            if (!body.has("nextToken")) {
                return MAPPER.createObjectNode().set("auditEvents", events);
            }
            request.set("nextToken", body.path("nextToken"));
        }
    }

    private static JsonNode failing(Response response, JsonNode body) {
        ObjectNode failure = MAPPER.createObjectNode()
                .put("error", response.header("x-amzn-errortype"))
                .put("message", body.path("message").asText());
        if (response.header("retry-after") != null) {
            failure.put("retryAfterSeconds", Integer.parseInt(response.header("retry-after")));
        }
        return MAPPER.createObjectNode().set("alwaysFails", failure);
    }
}
