package dev.casesaudit.journey.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.control.CheckedControl;
import dev.casesaudit.journey.sdk.SdkClients;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.CommentBodyTextType;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.FieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.RelatedItemType;

/** What somebody does who debugs a client. */
class ConsoleJourneysIT {

    private static final PackagedMock MOCK = PackagedMock.start();
    private static final CheckedControl CONTROL = CheckedControl.of(MOCK);

    @BeforeAll
    static void findBrowser() {
        Chromium.get();
    }

    @BeforeEach
    void reset() {
        CONTROL.reset();
    }

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    @Test
    void theStartPageWaitsForTheFirstCallAndSaysWhoMadeIt() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("start")) {
            assertThat(console.page().getByLabel("Commands"))
                    .containsText("export AWS_ENDPOINT_URL_CONNECTCASES=" + MOCK.endpoint());
            assertThat(console.text("Waiting for the first call")).isVisible();

            CONTROL.ask(
                    "contact-center",
                    "case-two-pages",
                    "{}",
                    "user-agent",
                    "Boto3/1.43.0 md/Botocore#1.43.0 ua/2.0 os/linux");

            assertThat(console.text("Seen: boto3 1.43.0, attempt 1")).isVisible();
            console.link("200, 25 events").click();
            assertThat(console.heading("Attempts")).isVisible();
        }
    }

    @Test
    void somebodyFindsACaseAndReadsWhoClosedIt() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("histories")) {
            console.field("Domain").selectOption("contact-center");
            console.field("Find a case").fill("EVERY");
            console.link("case-every-shape 16").click();
            console.field("Text").fill("closed");

            Locator events = console.page().locator(".event");
            assertThat(events).hasCount(1);
            assertThat(events).containsText("closed");
            console.button("Details of event every-shape-01").click();
            assertThat(console.page().getByLabel("Event", new Page.GetByLabelOptions().setExact(true)))
                    .containsText("arn:aws:iam::111122223333:role/ConnectCasesAgent");
        }
    }

    @Test
    void somebodySeesWhatTheCodeUnderTestMadeOfACase() {
        String caseId = "a-case";
        CONTROL.putCase("contact-center", caseId, "{\"auditEvents\": []}");
        try (ConnectCasesClient client = SdkClients.of(MOCK);
                ConsolePage console = ConsolePage.of(MOCK).open("histories/contact-center/" + caseId)) {
            client.updateCase(request -> request.domainId("contact-center")
                    .caseId(caseId)
                    .fields(FieldValue.builder()
                            .id("title")
                            .value(FieldValueUnion.fromStringValue("<b>A fan</b>"))
                            .build()));
            client.createRelatedItem(request -> request.domainId("contact-center")
                    .caseId(caseId)
                    .type(RelatedItemType.COMMENT)
                    .content(content -> content.comment(
                            comment -> comment.body("It hums").contentType(CommentBodyTextType.TEXT_PLAIN))));

            console.button("Case now").click();

            Locator now = console.page().getByLabel("Case now", new Page.GetByLabelOptions().setExact(true));
            assertThat(now).containsText("<b>A fan</b>");
            assertThat(now).containsText("It hums");
        }
    }

    @Test
    void somebodySeesWhichRuleRecordedAnEventAndThatAFixtureSeededTheOthers() {
        CONTROL.putCase("contact-center", "a-case", CheckedControl.events("seeded-event"));
        try (ConnectCasesClient client = SdkClients.of(MOCK);
                ConsolePage console = ConsolePage.of(MOCK)) {
            client.updateCase(request -> request.domainId("contact-center")
                    .caseId("a-case")
                    .fields(FieldValue.builder()
                            .id("title")
                            .value(FieldValueUnion.fromStringValue("A fan"))
                            .build()));
            String recorded = CONTROL.walk("contact-center", "a-case").get(0);

            console.open("histories/contact-center/a-case");

            Locator events = console.page().locator(".event");
            assertThat(events.nth(0)).containsText("recorded by UpdateCase.event documented");
            assertThat(events.nth(1)).containsText("seeded");
            console.screenshot("rules");
            console.button("Details of event " + recorded).click();
            Locator details = console.page().getByLabel("Event", new Page.GetByLabelOptions().setExact(true));
            assertThat(details).containsText("AuditEvent in the API reference, type Case.Updated");
            assertThat(details.locator(".rules")).containsText("UpdateCase.fields: changed our choice");
            console.screenshot("rules-of-an-event");
            console.button("Details of event seeded-event").click();
            assertThat(details).containsText("No rule. A fixture or the control API seeded this event.");
        }
    }

    @Test
    void aHistoryIsReadByRealTokensToItsEnd() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("histories/contact-center/case-long")) {
            assertThat(console.text("25 events on 1 page, and more")).isVisible();
            scrollToTheEnd(console);
            console.button("Load more").click();
            assertThat(console.text("50 events on 2 pages, and more")).isVisible();
            scrollToTheEnd(console);
            console.button("Load all").click();
            assertThat(console.text("1,000 events on 40 pages")).isVisible();
            assertThat(console.page().locator(".timeline .row").count()).isLessThan(40);
        }
        assertThat(CONTROL.read(CheckedControl.JOURNAL).path("requests"))
                .as("what the console read itself")
                .isEmpty();
    }

    private static void scrollToTheEnd(ConsolePage console) {
        console.page().locator(".timeline").evaluate("list => list.scrollTop = list.scrollHeight");
    }

    @Test
    void somebodyAppendsAnEventAndSeesItOnTop() {
        CONTROL.putCase("contact-center", "new", CheckedControl.events("first"));
        try (ConsolePage console = ConsolePage.of(MOCK).open("histories/contact-center/new")) {
            console.button("Change").click();
            Locator json = console.field("Events as JSON");
            json.fill("{\"auditEvents\": [{\"eventId\": \"second\"}]}");
            console.button("Append events").click();
            assertThat(console.page().getByRole(AriaRole.ALERT)).containsText("/auditEvents/0");

            json.fill(CheckedControl.events("second"));
            console.button("Append events").click();

            assertThat(console.button("Details of event second")).isVisible();
            assertThat(console.text("2 events on 1 page")).isVisible();
        }
    }

    @Test
    void somebodyGeneratesACase() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("histories")) {
            console.button("Add a case").click();
            console.page().locator("dialog[open] [name=domain]").fill("made");
            console.page().locator("dialog[open] [name=case]").fill("here");
            console.page().locator("dialog[open] [name=events]").fill("30");
            console.button("Generate events").click();

            assertThat(console.text("25 events on 1 page, and more")).isVisible();
        }
        assertThat(CONTROL.walk("made", "here")).hasSize(30);
    }

    @Test
    void aHistoryCopiedAsAFixtureIsTheSameHistory() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("histories/contact-center/case-every-shape")) {
            assertThat(console.text("16 events on 1 page")).isVisible();
            console.button("Copy as").click();
            console.button("Fixture YAML").click();
            String yaml = console.page().getByLabel("Text to copy").textContent();

            assertThat(FixtureText.events(yaml)).isEqualTo(FixtureText.served(CONTROL, "case-every-shape"));
        }
    }

    @Test
    void somebodyFollowsTheRetriesOfAnSdkLive() {
        CONTROL.put(
                "/_mock/domains/contact-center/cases/case-two-pages/behaviour",
                "{\"faults\": \"Throttling, InternalServer(retryAfter=1)\"}");
        try (ConsolePage console = ConsolePage.of(MOCK).open("calls");
                ConnectCasesClient client = SdkClients.of(MOCK)) {
            assertThat(console.text("No calls yet")).isVisible();

            client.getCaseAuditEvents(SdkClients.request("case-two-pages"));

            Locator call = console.page().locator("a.call");
            assertThat(call).containsText("SDK for Java");
            assertThat(call).containsText("3 attempts");
            assertThat(call).containsText("200, 25 events");
            call.click();
            Locator attempts = console.page().getByLabel("Attempts", new Page.GetByLabelOptions().setExact(true));
            assertThat(attempts).containsText("429 Throttling");
            assertThat(attempts).containsText("500 InternalServer");
            assertThat(attempts).containsText("Retry-After: 1 s");
            console.text("Attempt 1: POST").click();
            assertThat(console.page().getByLabel("Request 1")).containsText("authorization: AWS4-HMAC-SHA256 ***");
        }
    }

    @Test
    void pausedCallsWaitAndFiltersFindThem() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("calls")) {
            console.button("Pause").click();
            CONTROL.ask("contact-center", "case-empty", "{}");
            CONTROL.ask("contact-center", "case-denied", "{}");
            assertThat(console.button("Resume")).containsText("2 waiting");
            assertThat(console.text("No calls yet")).isVisible();

            console.button("Resume").click();
            assertThat(console.page().locator("a.call")).hasCount(2);
            console.field("Show").selectOption("Failed");
            assertThat(console.page().locator("a.call")).hasCount(1);
            console.field("Search").fill("nothing like this");
            assertThat(console.text("No calls match")).isVisible();
            console.field("Search").fill("accessdenied");
            assertThat(console.page().locator("a.call")).containsText("403 AccessDenied");
        }
    }

    @Test
    void somebodyWritesAFaultScriptWithAMistakeMendsItAndSeesItPlayed() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("faults/contact-center/case-two-pages");
                ConnectCasesClient client = SdkClients.of(MOCK)) {
            Locator script = console.field("Fault script");
            script.fill("Throttling, Internal(retryAfter=1)");
            Locator problem = console.page().locator("#script-problem");
            assertThat(problem).containsText("At character 13");
            assertThat(problem.locator("mark")).hasText("I");

            script.fill("Throttling, ");
            script.pressSequentially("inter");
            assertThat(console.page().getByRole(AriaRole.OPTION).first()).containsText("InternalServer");
            script.press("ArrowDown");
            script.press("Enter");
            assertThat(script).hasValue("Throttling, InternalServer(retryAfter=1)");
            Locator preview = console.page().getByLabel("Call 1");
            assertThat(preview).containsText("429");
            assertThat(preview).containsText("then as usual");
            console.button("Apply").click();
            assertThat(console.text("Applied")).isVisible();

            client.getCaseAuditEvents(SdkClients.request("case-two-pages"));

            console.link("Calls").click();
            assertThat(console.page().locator("a.call")).containsText("3 attempts");
        }
    }

    @Test
    void everyStepAndExampleThatTheConsoleOffersIsAScript() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("faults")) {
            assertThat(console.field("Fault script")).isVisible();
            Object refused = console.page().evaluate("""
                            async () => {
                              const {STEPS, EXAMPLES} = await import('/_mock/console/script-editor.js');
                              const {control} = await import('/_mock/console/api.js');
                              const refused = [];
                              for (const faults of [...STEPS.map(([step]) => step), ...Object.values(EXAMPLES)]) {
                                await control('POST', '/fault-previews', {faults}).catch(() => refused.push(faults));
                              }
                              return refused.join('; ');
                            }
                            """);
            assertThat(refused).isEqualTo("");
        }
    }

    @Test
    void limitsAreSetAndEverythingIsReset() {
        try (ConsolePage console = ConsolePage.of(MOCK).open("faults")) {
            console.field("Requests a second").fill("7");
            console.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Set").setExact(true))
                    .click();
            assertThat(console.page().getByLabel("Limits", new Page.GetByLabelOptions().setExact(true)))
                    .containsText("every domain");
            assertThat(CONTROL.read("/_mock/rate-limit").path("rate").asInt()).isEqualTo(7);

            console.button("Reset everything").click();
            console.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Reset").setExact(true))
                    .click();
            assertThat(console.text("None: clients may call as often as they like."))
                    .isVisible();
        }
    }

    @Test
    void somebodySitsAnExamAndTakesTheVerdictHome() throws IOException {
        try (ConsolePage console = ConsolePage.of(MOCK).open("exams");
                ConnectCasesClient client = SdkClients.of(MOCK)) {
            console.button("Start: retry").click();
            assertThat(console.page().locator(".task").first()).containsText("waiting");
            String exam = console.page().url().replaceFirst(".*/", "");
            var tasks = CONTROL.read("/_mock/exams/" + exam);

            tasks.path("tasks").forEach(task -> {
                try {
                    client
                            .getCaseAuditEventsPaginator(SdkClients.request(
                                    tasks.path("domainId").asText(),
                                    task.path("caseId").asText()))
                            .stream()
                            .forEach(page -> {});
                } catch (SdkException e) {
                    // The right end of some tasks.
                }
            });

            List<String> verdicts =
                    CONTROL.read("/_mock/exams/" + exam).path("tasks").findValuesAsText("verdict");
            assertThat(verdicts).contains("passed");
            assertThat(console.page().locator(".task .badge")).hasText(verdicts.toArray(String[]::new));
            console.screenshot("exam-taken");
            Download report = console.page()
                    .waitForDownload(() -> console.button("Download JUnit XML").click());
            assertThat(Files.readString(report.path())).contains("<testsuite name=\"exam.retry\"");
        }
    }

    @Test
    void aSharedLinkShowsTheSameToSomebodyElse() {
        String link;
        try (ConsolePage console = ConsolePage.of(MOCK).open("histories/contact-center/case-every-shape")) {
            console.field("Field").selectOption("vip");
            console.button("Details of event every-shape-01").click();
            assertThat(console.heading("refund_amount")).isVisible();
            link = console.page().url();
        }
        try (ConsolePage other = ConsolePage.of(MOCK)) {
            other.page().navigate(link);
            assertThat(other.heading("refund_amount")).isVisible();
            assertThat(other.field("Field")).hasValue("vip");
            other.page().reload();
            assertThat(other.heading("refund_amount")).isVisible();
            other.page().goBack();
        }
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        CONTROL.ask("contact-center", "case-empty", "{}");
        try (ConsolePage console = ConsolePage.of(MOCK).open("start")) {
            assertThat(console.text("Live")).isVisible();
            console.page().keyboard().press("Tab");
            assertThat(console.link("Skip to content")).isFocused();
            console.page().keyboard().press("Tab");
            console.page().keyboard().press("Tab");
            console.page().keyboard().press("Tab");
            assertThat(console.link("Histories").first()).isFocused();
            console.page().keyboard().press("Tab");
            console.page().keyboard().press("Enter");
            assertThat(console.heading("Calls")).isVisible();
            assertThat(console.page().locator("main")).isFocused();
            for (int i = 0;
                    i < 20 && !(Boolean) console.page().evaluate("document.activeElement.matches('a.call')");
                    i++) {
                console.page().keyboard().press("Tab");
            }
            console.page().keyboard().press("Enter");
            assertThat(console.heading("Attempts")).isVisible();
        }
    }
}
