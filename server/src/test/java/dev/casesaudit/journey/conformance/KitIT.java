package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole conformance kit finds the mock conformant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitIT {

    private static final int MOST_REQUESTS = 600;
    private static final int FEWEST_REQUIREMENTS = 90;

    // By default the mock checks no signatures, as its target profile declares.
    private static final List<String> FINE = List.of("passed", "not applicable");

    private KitRun run = new KitRun(-1, "not run", MissingNode.getInstance());

    @BeforeAll
    void judge() throws IOException, InterruptedException {
        run = run();
    }

    KitRun run() throws IOException, InterruptedException {
        return KitRun.of(PackagedMock.shared().endpoint());
    }

    @Test
    void findsThePackagedMockConformant() {
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.report().path("verdict").asText()).isEqualTo("conformant");
        assertThat(run.report().path("failAt").asText()).isEqualTo("SHOULD");
    }

    @Test
    void findsNothingAtAnyLevelAndNeedsNoExcuse() {
        assertThat(results()).hasSizeGreaterThanOrEqualTo(FEWEST_REQUIREMENTS).allSatisfy(result -> {
            String id = result.path("id").asText();
            assertThat(result.path("standing").asText()).as(id).isIn(FINE);
            assertThat(result.path("findings")).as(id).isEmpty();
            assertThat(result.path("excuse").asText()).as(id).isEmpty();
        });
    }

    @Test
    void asksForFewPages() {
        assertThat(run.report().path("requests").asInt()).isBetween(1, MOST_REQUESTS - 1);
    }

    private List<JsonNode> results() {
        return StreamSupport.stream(run.report().path("results").spliterator(), false)
                .toList();
    }
}
