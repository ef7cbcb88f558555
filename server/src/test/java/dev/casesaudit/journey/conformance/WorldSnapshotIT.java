package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The kit has a copy of the seeded world in files of its own, which must equal what the mock serves. After a change of
 * a fixture or of the generator, write them again: {@code ./mvnw verify -pl server -am -Dit.test=WorldSnapshotIT
 * -Dworld.snapshot=write}.
 */
class WorldSnapshotIT {

    private static final String HINT =
            "the kit's copy of the seeded world is out of date; run this test with -Dworld.snapshot=write, and commit";

    @Test
    void theKitsCopyEqualsTheServedWorldEventForEvent() throws IOException {
        Map<String, JsonNode> served = new ServedWorld(PackagedMock.shared().endpoint()).documents();
        if (System.getProperty("world.snapshot", "compare").equals("write")) {
            WorldSnapshot.write(served);
        }
        Map<String, JsonNode> copy = WorldSnapshot.read();

        assertThat(copy).as(HINT).hasSameSizeAs(served).containsOnlyKeys(served.keySet());
        served.forEach((domain, document) -> compare(document, copy.getOrDefault(domain, MissingNode.getInstance())));
    }

    private static void compare(JsonNode served, JsonNode copy) {
        assertThat(copy.path("domain")).isEqualTo(served.path("domain"));
        assertThat(members(copy.path("cases"))).as(HINT).isEqualTo(members(served.path("cases")));
        served.path("cases").forEachEntry((id, content) -> {
            JsonNode same = copy.path("cases").path(id);
            assertThat(items(same.path("auditEvents")))
                    .as("%s: %s", id, HINT)
                    .isEqualTo(items(content.path("auditEvents")));
            assertThat(same).as("%s: %s", id, HINT).isEqualTo(content);
        });
    }

    private static List<String> members(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
