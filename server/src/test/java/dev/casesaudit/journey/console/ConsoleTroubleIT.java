package dev.casesaudit.journey.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.control.CheckedControl;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console when values are hostile, the mock is slow or gone, and the token is wrong. */
class ConsoleTroubleIT {

    private static final String TOKEN = "s3cret";

    @BeforeAll
    static void findBrowser() {
        Chromium.get();
    }

    // Together, as each view takes its time.
    private static final List<String> HOSTILE = List.of(
            "<script>document.title='gone'</script><img src=x onerror=\"document.title='gone'\">"
                    + "'\"`${document.title='gone'}\\javascript:alert(1)//%00%2e%2e/?#&="
                    + "\u202etxt.exe\u2066 right to left \u05d0\u001b[31mred\u001b[0m\u0007\n\t",
            "\ud83d\ude00".repeat(500));

    @Test
    void showsHostileValuesAsText() {
        try (PackagedMock mock = PackagedMock.start();
                ConsolePage console = ConsolePage.of(mock)) {
            CheckedControl control = CheckedControl.of(mock);
            for (String value : HOSTILE) {
                String id = encoded(value);
                control.put("/_mock/domains/" + id + "/cases/" + id, history(value))
                        .statusCode(200);
                control.ask(id, id, "{}", "user-agent", "Boto3/<b>1").statusCode(200);
                for (String view : List.of(
                        "histories/" + id,
                        "histories/" + id + "/" + id + "?event=" + id,
                        "faults/" + id + "/" + id,
                        "calls",
                        "calls/n1",
                        "calls/walks",
                        id)) {
                    console.open(view);
                    assertThat(console.text("Live")).isVisible();
                    assertThat(console.page()
                                    .locator("main :is(h1, h2):visible")
                                    .first())
                            .isVisible();
                    assertThat(console.page().title()).endsWith("Cases mock");
                    assertThat(console.page()
                                    .locator("main img, main script, main b b")
                                    .count())
                            .isZero();
                    assertThat(console.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                            .as("pixels to scroll aside in %s", view)
                            .isEqualTo(0);
                }
                console.open("histories/" + id + "/" + id + "?event=" + id);
                assertThat(console.page().locator(".event")).hasCount(1);
                assertThat(console.page().locator(".details")).containsText("new value");
                console.screenshot("hostile-" + HOSTILE.indexOf(value));
            }
        }
    }

    private static String history(String value) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", value)
                .put("type", "Case.Updated")
                .put("performedTime", "2026-01-01T00:00:00Z");
        ObjectNode field = event.putArray("fields").addObject().put("eventFieldId", value);
        field.putObject("oldValue").put("stringValue", value);
        field.putObject("newValue").put("stringValue", "new value " + value);
        event.putObject("performedBy").put("iamPrincipalArn", value);
        ObjectNode seeded = JsonNodeFactory.instance.objectNode();
        seeded.putArray("auditEvents").add(event);
        return seeded.toString();
    }

    // As encodeURIComponent does it.
    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void asksForTheTokenOnceAndSaysWhenItIsWrong() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.token=" + TOKEN);
                ConsolePage console = ConsolePage.of(mock).open("faults")) {
            assertThat(console.heading("Token needed")).isVisible();
            console.screenshot("token");
            console.assertAccessible("the question for the token");
            enter(console, "wrong");
            assertThat(console.text("The mock does not accept this token.")).isVisible();
            enter(console, TOKEN);
            assertThat(console.heading("Faults")).isVisible();
            assertThat(console.text("Live")).isVisible();

            console.page().reload();
            assertThat(console.heading("Faults")).isVisible();
            assertThat(console.page().url()).doesNotContain(TOKEN);

            // Another tab asks again: the token is this tab's.
            try (Page other = console.context().newPage()) {
                other.navigate(mock.endpoint() + "/#/faults");
                assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Token needed")))
                        .isVisible();
            }
        }
    }

    private static void enter(ConsolePage console, String token) {
        console.field("Token").fill(token);
        console.button("Continue").click();
    }

    @Test
    void asksAgainWhenTheTokenHasChangedAndComesBackWithTheMock() {
        PackagedMock first = PackagedMock.start("-Dcases.control.token=" + TOKEN);
        String port = "-Dquarkus.http.port=" + first.endpoint().getPort();
        try (ConsolePage console = ConsolePage.of(first).open("histories/contact-center/case-every-shape")) {
            enter(console, TOKEN);
            assertThat(console.text("16 events on 1 page")).isVisible();

            first.close();
            assertThat(console.text("The mock is gone. Trying again")).isVisible();
            assertThat(console.page().locator(".event").first()).isVisible();
            console.screenshot("gone");

            try (PackagedMock second = PackagedMock.start("-Dcases.control.token=another", port)) {
                assertThat(console.heading("Token needed")).isVisible();
                enter(console, "another");
                assertThat(console.text("Live")).isVisible();
                assertThat(console.text("16 events on 1 page")).isVisible();
                // Requests after the return are followed too.
                CheckedControl.of(second).ask("contact-center", "case-one-event", "{}");
                console.link("Calls").first().click();
                assertThat(console.page().locator("a.call")).hasCount(1);
            }
        } finally {
            first.close();
        }
    }

    @Test
    void showsWhatASlowMockHasNotSentYetAndTheRestLater() {
        try (PackagedMock mock = PackagedMock.start();
                ConsolePage console = ConsolePage.of(mock)) {
            List<Route> held = new ArrayList<>();
            console.page().route("**/audit-history", held::add);
            console.open("histories/contact-center/case-two-pages");
            assertThat(console.text("Loading…")).isVisible();
            console.link("case-one-event 1").click();
            console.page()
                    .waitForCondition(() -> held.stream()
                            .anyMatch(route -> route.request().url().contains("case-one-event")));
            held.stream()
                    .filter(route -> route.request().url().contains("case-one-event"))
                    .forEach(Route::resume);
            assertThat(console.text("1 event on 1 page")).isVisible();
            // The late page of the other case is not shown.
            held.stream()
                    .filter(route -> route.request().url().contains("case-two-pages"))
                    .forEach(Route::resume);
            console.page().waitForTimeout(300);
            assertThat(console.page().locator(".event")).hasCount(1);
        }
    }

    @Test
    void pollsWhereThereIsNoStream() {
        try (PackagedMock mock = PackagedMock.start();
                ConsolePage console = ConsolePage.of(mock)) {
            console.page()
                    .route(
                            "**/journal/stream",
                            route -> route.fulfill(
                                    new Route.FulfillOptions().setStatus(503).setBody("no")));
            console.open("calls");
            assertThat(console.text("Polling")).isVisible();
            CheckedControl.of(mock).ask("contact-center", "case-one-event", "{}");
            assertThat(console.page().locator("a.call")).hasCount(1);
        }
    }

    @Test
    void twoTabsShowTheSame() {
        try (PackagedMock mock = PackagedMock.start();
                ConsolePage console = ConsolePage.of(mock).open("calls");
                ConsolePage other = ConsolePage.of(mock).open("calls")) {
            CheckedControl.of(mock).ask("contact-center", "case-one-event", "{}");
            assertThat(console.page().locator("a.call")).hasCount(1);
            assertThat(other.page().locator("a.call")).hasCount(1);

            console.button("Clear the journal").click();

            assertThat(other.text("No calls yet")).isVisible();
        }
    }

    @Test
    void longListsHaveOnlyWhatCanBeSeenInThePage() throws IOException {
        try (PackagedMock mock = PackagedMock.start("-Dcases.journal.size=0");
                ConsolePage console = ConsolePage.of(mock).open("calls")) {
            assertThat(console.text("Live")).isVisible();
            console.page().evaluate("""
                            async () => {
                              const {store} = await import('/_mock/console/store.js');
                              store.add(Array.from({length: 100000}, (_, i) => ({number: i + 1, method: 'POST', path: '/x',
                                at: new Date(1e12 + i).toISOString(), headers: {}, caseId: `case-${i}`,
                                answer: {status: 200, events: 25, milliseconds: 1, complete: true}})));
                            }
                            """);
            assertThat(console.text("100,000 calls of 100,000 requests")).isVisible();
            assertScrolls(console, "virtual-list", "case-0");

            console.open("histories/contact-center/case-every-shape");
            assertThat(console.text("16 events on 1 page")).isVisible();
            console.page().evaluate("""
                            () => {
                              const history = document.querySelector('case-history');
                              history.items = Array.from({length: 1000000}, (_, index) => ({kind: 'event', index, rules: [], event: {
                                eventId: `event-${index}`, type: 'Case.Updated', performedTime: '2026-01-01T00:00:00Z',
                                fields: [{eventFieldId: 'status', newValue: {stringValue: `value-${index}`}}]}}));
                              history.requestUpdate();
                            }
                            """);
            assertThat(console.page().locator("[aria-setsize='1000000']").first())
                    .isVisible();
            assertScrolls(console, ".timeline", "value-999999");
        }
    }

    private static void assertScrolls(ConsolePage console, String list, String last) throws IOException {
        double slowest = ((Number) console.page().evaluate("""
                                async list => {
                                  const element = document.querySelector(list);
                                  let slowest = 0;
                                  for (const share of [0, 0.1, 0.100001, 0.5, 0.500002, 0.9, 1]) {
                                    const began = performance.now();
                                    element.scrollTop = element.scrollHeight * share;
                                    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                                    await element.updateComplete;
                                    slowest = Math.max(slowest, performance.now() - began);
                                  }
                                  return slowest;
                                }
                                """, list)).doubleValue();
        assertThat(console.page().locator(list + " .row").count()).isBetween(5, 40);
        assertThat(console.page().locator(list).getByText(last).first()).isVisible();
        ConsolePage.note("ms for the slowest step of scrolling in " + list, slowest);
    }
}
