package dev.casesaudit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

@Isolated("reads what is printed")
class FailedTestIT {

    // Run by the tests below only.
    @CasesAuditTest
    static class Failing {

        @Test
        @Behaviour(faults = "Throttling")
        void fails(CasesAudit cases) throws Exception {
            cases.given("a-case").events(1);
            FirstPage.read(cases);
        }

        @Test
        void passes(CasesAudit cases) {
            cases.given("a-case").events(1);
        }

        @Test
        void isAborted(CasesAudit cases) {
            assumeThat(cases).isNull();
        }
    }

    @CasesAuditTest
    static class FailingLate {

        @Test
        void passes(CasesAudit cases) {
            cases.given("a-case").events(1);
        }

        @AfterEach
        void fails(CasesAudit cases) {
            throw new AssertionError(cases.domain());
        }
    }

    @CasesAuditTest
    static class FailingBeforeAll {

        @BeforeAll
        static void fails(CasesAudit cases) {
            throw new AssertionError(cases.domain());
        }

        @Test
        void isNotRun() {}
    }

    @CasesAuditTest
    static class FailingToBeMade {

        FailingToBeMade(CasesAudit cases) {
            cases.given("a-case").events(1);
        }

        @Test
        void isNotRun() {}
    }

    private record Printed(List<String> failures, String text) {}

    private static Printed run(Class<?>... tests) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Stream.of(tests)
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            summary);
        } finally {
            System.setErr(before);
        }
        return new Printed(
                summary.getSummary().getFailures().stream()
                        .map(failure -> String.valueOf(failure.getException().getMessage()))
                        .toList(),
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void printsWhatTheMockSawOfItAndOfNoOther() {
        Printed printed = run(Failing.class, FailingLate.class, FailingBeforeAll.class);

        assertThat(printed.failures()).hasSize(3);
        assertThat(printed.text().split("What the Cases Audit mock saw of ", -1))
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("Failing > fails(CasesAudit), domain fails-")
                        .contains("call  attempt  case")
                        .contains("a-case", "429 ThrottlingException"))
                .anySatisfy(late -> assertThat(late)
                        .startsWith("FailingLate > passes(CasesAudit), domain ")
                        .contains("no request"))
                .anySatisfy(early ->
                        assertThat(early).startsWith("FailingBeforeAll > ").contains("no request"));
    }

    @Test
    void saysThatAConstructorHasNoPartOfItsOwn() {
        assertThat(run(FailingToBeMade.class).failures())
                .singleElement()
                .asString()
                .contains("as a parameter of the test method");
    }
}
