package dev.casesaudit.journey.sdk;

import static dev.casesaudit.journey.sdk.SdkClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;

/** Ids with characters that have a meaning in paths, and ids of the greatest length, identify their case. */
class AwkwardIdsIT {

    private static final List<String> IDS = List.of(
            "a/b",
            "/",
            "/edges/",
            "a b",
            " ",
            "100%",
            "%2F",
            "%252F",
            "a;b=c",
            ";",
            "a+b",
            "a?b#c",
            "a&b=c",
            ".",
            "..",
            "../..",
            "a/../b",
            "...",
            "a:b@c",
            "quote \" ' backslash \\",
            "[{<|>}]^`~!$*,",
            "ıİğş",
            "e\u0301",
            "\u00e9",
            "😀",
            "👩‍👩‍👧",
            "audit-history",
            "c".repeat(500),
            "😀".repeat(500));

    @AutoClose
    private static final ConnectCasesClient CASES = SdkClients.of(PackagedMock.shared());

    @ParameterizedTest
    @FieldSource("IDS")
    void reachTheMockAsCaseIds(String id) {
        ResourceNotFoundException raised = refusal(SdkClients.DOMAIN, id);

        assertThat(raised.resourceType()).isEqualTo("Case");
        assertThat(raised.resourceId()).isEqualTo(id);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void reachTheMockAsDomainIds(String id) {
        ResourceNotFoundException raised = refusal(id, id);

        assertThat(raised.resourceType()).isEqualTo("Domain");
        assertThat(raised.resourceId()).isEqualTo(id);
    }

    @Test
    void findTheCasesThatWereSeededUnderThem(@TempDir Path folder) throws IOException {
        List<String> walked = new ArrayList<>();
        try (PackagedMock mock = PackagedMock.start("-Dcases.fixtures=" + seeded(folder));
                ConnectCasesClient cases = SdkClients.of(mock)) {
            for (String id : IDS) {
                List<String> events = SdkEvents.ids(cases, request("a/b; 😀", id));
                assertThat(events).as(id).hasSize(26);
                walked.addAll(events);
            }
        }
        assertThat(walked).doesNotHaveDuplicates();
    }

    // Each history has a seed of its own, so that no two cases share an event.
    private static Path seeded(Path folder) throws IOException {
        StringBuilder yaml = new StringBuilder("domain: 'a/b; 😀'\ncases:\n");
        for (int i = 0; i < IDS.size(); i++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "  ? '%s'\n  : generate: {events: 26, seed: %d}\n",
                    IDS.get(i).replace("'", "''"),
                    i + 1));
        }
        return Files.writeString(folder.resolve("ids.yaml"), yaml);
    }

    private static ResourceNotFoundException refusal(String domainId, String caseId) {
        return assertThrows(ResourceNotFoundException.class, () -> CASES.getCaseAuditEvents(request(domainId, caseId)));
    }
}
