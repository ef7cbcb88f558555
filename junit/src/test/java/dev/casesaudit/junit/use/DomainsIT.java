package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;

@CasesAuditTest
class DomainsIT {

    private static final Set<String> DOMAINS = ConcurrentHashMap.newKeySet();
    private static String ofClass = "";

    @BeforeAll
    static void seedForTheClass(CasesAudit cases) {
        ofClass = cases.domain();
        cases.given("a-case").events(100);
    }

    @BeforeEach
    void seed(CasesAudit cases, RepetitionInfo repetition) {
        assertThat(DOMAINS.add(cases.domain())).as("a new domain").isTrue();
        cases.given("a-case").events(repetition.getCurrentRepetition());
    }

    @RepeatedTest(8)
    void areOfOneTestEach(CasesAudit cases, CasesAudit same, RepetitionInfo repetition) {
        assertThat(same).isSameAs(cases);
        assertThat(cases.domain()).startsWith("areOfOneTestEach-");
        assertThat(AuditReader.read(cases, "a-case")).hasSize(repetition.getCurrentRepetition());
        assertThat(cases.walks()).hasSize(1);
        assertThatThrownBy(() -> AuditReader.read(cases, "b"))
                .asInstanceOf(InstanceOfAssertFactories.type(ResourceNotFoundException.class))
                .satisfies(e -> assertThat(e.resourceType()).isEqualTo("Case"));
    }

    @AfterEach
    void areThereUntilTheEndOfTheTest(CasesAudit cases) {
        assertThat(AuditReader.read(cases, "a-case")).isNotEmpty();
    }

    @AfterAll
    static void areGoneAfterIt(CasesAudit cases) {
        assertThat(cases.domain()).isEqualTo(ofClass);
        assertThat(AuditReader.read(cases, "a-case")).hasSize(100);
        assertThat(DOMAINS)
                .hasSize(8)
                .doesNotContain(ofClass)
                .allSatisfy(domain -> assertThatThrownBy(() -> new AuditReader(cases.endpoint()).read(domain, "a-case"))
                        .isInstanceOf(ResourceNotFoundException.class)
                        .hasMessageContaining(domain));
    }
}
