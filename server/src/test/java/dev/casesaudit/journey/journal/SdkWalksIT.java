package dev.casesaudit.journey.journal;

import static dev.casesaudit.journey.sdk.StandardClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Findings of the journal about walks. */
class SdkWalksIT {

    private static final String DOMAIN = "journal-walks";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.of(PackagedMock.shared());

    @Test
    void isCompleteWhereAllPagesWereRead() {
        control.seed(DOMAIN, "all", 60, "{\"faults\": \"InternalServer, ok\"}");

        client.walk(DOMAIN, "all");

        JsonNode walk = onlyWalk("all");
        assertThat(walk.path("pages").asInt()).isEqualTo(3);
        assertThat(walk.path("events").asInt()).isEqualTo(60);
        assertThat(walk.path("complete").asBoolean()).isTrue();
        assertThat(walk.path("followedEachTokenOnce").asBoolean()).isTrue();
        assertThat(walk.path("findings")).isEmpty();
    }

    @Test
    void reportsAWalkThatStoppedEarly() {
        control.seed(DOMAIN, "early", 60);

        client.walk(DOMAIN, "early", 2);

        JsonNode walk = onlyWalk("early");
        assertThat(walk.path("pages").asInt()).isEqualTo(2);
        assertThat(walk.path("events").asInt()).isEqualTo(50);
        assertThat(walk.path("complete").asBoolean()).isFalse();
        assertThat(walk.path("followedEachTokenOnce").asBoolean()).isFalse();
        assertThat(walk.path("findings"))
                .extracting(JsonNode::asText)
                .containsExactly("stopped after 2 pages with a token in hand");
    }

    @Test
    void reportsATokenThatWasUsedTwice() {
        control.seed(DOMAIN, "twice", 50);
        String token = client.get(DOMAIN, "twice").nextToken();

        client.get(request(DOMAIN, "twice").toBuilder().nextToken(token).build());
        client.get(request(DOMAIN, "twice").toBuilder().nextToken(token).build());

        JsonNode walk = onlyWalk("twice");
        assertThat(walk.path("complete").asBoolean()).isTrue();
        assertThat(walk.path("followedEachTokenOnce").asBoolean()).isFalse();
        assertThat(walk.path("findings")).extracting(JsonNode::asText).contains("followed one token 2 times");
    }

    @Test
    void separatesTwoWalksOfOneCase() {
        control.seed(DOMAIN, "both", 60);

        client.walk(DOMAIN, "both");
        client.walk(DOMAIN, "both");

        JsonNode walks = walks("both");
        assertThat(walks).hasSize(2).allSatisfy(walk -> {
            assertThat(walk.path("pages").asInt()).isEqualTo(3);
            assertThat(walk.path("findings")).isEmpty();
        });
    }

    private JsonNode onlyWalk(String caseId) {
        JsonNode walks = walks(caseId);
        assertThat(walks).hasSize(1);
        return walks.path(0);
    }

    private JsonNode walks(String caseId) {
        control.awaitEnds(DOMAIN);
        return control.get("calls?domainId=%s&caseId=%s".formatted(DOMAIN, caseId))
                .path("walks");
    }
}
