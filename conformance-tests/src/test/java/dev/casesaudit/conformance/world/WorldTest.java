package dev.casesaudit.conformance.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.target.CaseRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final String DOMAIN = "contact-center";
    private final World world = World.read();

    @Test
    void readsEveryFileThatIsThere() throws IOException {
        Path folder = Path.of("src/main/resources/dev/casesaudit/conformance/world");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(World.files());
        }
    }

    @Test
    void holdsTheHistoriesOfTheRoles() {
        assertThat(world.history(DOMAIN, "case-empty"))
                .hasValueSatisfying(events -> assertThat(events).isEmpty());
        assertThat(world.history(DOMAIN, "case-full-page"))
                .hasValueSatisfying(events -> assertThat(events).hasSize(25));
        assertThat(world.history("back-office", "case-two-pages"))
                .hasValueSatisfying(events -> assertThat(events).hasSize(26));
        assertThat(world.history(DOMAIN, "case-long"))
                .hasValueSatisfying(events -> assertThat(events).hasSize(1_000));
    }

    @Test
    void distinguishesFailingCasesFromHistories() {
        assertThat(world.failure(DOMAIN, "case-internal-error")).hasValueSatisfying(failure -> {
            assertThat(failure.error()).isEqualTo("InternalServerException");
            assertThat(failure.retryAfterSeconds()).isEqualTo(OptionalInt.of(1));
        });
        assertThat(world.history(DOMAIN, "case-internal-error")).isEmpty();
        assertThat(world.failure(DOMAIN, "case-empty")).isEmpty();
    }

    @Test
    void hasNothingOfAnUnknownDomainOrCase() {
        assertThat(world.hasDomain("nowhere")).isFalse();
        assertThat(world.history("nowhere", "case-empty")).isEmpty();
        assertThat(world.history(DOMAIN, "nothing")).isEmpty();
    }

    @Test
    void breaksNoConstraintOfTheContract() {
        Contract contract = Contract.read();
        for (CaseRef one : world.cases()) {
            world.history(one.domainId(), one.caseId()).ifPresent(events -> {
                for (int from = 0; from < events.size(); from += 25) {
                    ObjectNode page = Json.object();
                    page.putArray("auditEvents").addAll(events.subList(from, Math.min(from + 25, events.size())));
                    assertThat(contract.read(page).violations())
                            .as(one.toString())
                            .isEmpty();
                }
            });
        }
    }
}
