package dev.casesaudit.journey.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.control.CheckedControl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every view by day, by night and on a phone: a picture of each, and no finding of axe. */
class ConsoleViewsIT {

    private static final PackagedMock MOCK = PackagedMock.start();
    private static final CheckedControl CONTROL = CheckedControl.of(MOCK);
    private static final Map<String, UnaryOperator<Browser.NewContextOptions>> LOOKS = Map.of(
            "light", options -> options,
            "dark", options -> options.setColorScheme(ColorScheme.DARK),
            "phone", options -> options.setViewportSize(390, 844).setDeviceScaleFactor(2),
            // As a browser of 1280 pixels shows it at 200 %.
            "zoomed", options -> options.setViewportSize(640, 400).setDeviceScaleFactor(2));

    private static final String[] ALL = {};

    // What can differ from the other looks.
    private static final Map<String, String[]> RULES =
            Map.of("dark", new String[] {"color-contrast"}, "zoomed", new String[] {"scrollable-region-focusable"});

    private static final Map<String, String> VIEWS = new LinkedHashMap<>();

    @BeforeAll
    static void makeSomethingToSee() {
        Chromium.get();
        CONTROL.put("/_mock/domains/contact-center/behaviour", "{\"faults\": \"Throttling*2, latency(40ms)\"}");
        CONTROL.put("/_mock/behaviour", "{\"pages\": \"short-pages\", \"tomorrow\": \"event-type\"}");
        CONTROL.put("/_mock/domains/contact-center/rate-limit", "{\"rate\": 1000, \"burst\": 50}");
        for (int attempt = 1; attempt <= 4; attempt++) {
            CONTROL.ask(
                    "contact-center",
                    "case-long",
                    "{}",
                    "amz-sdk-invocation-id",
                    "a-call-with-retries",
                    "user-agent",
                    "Boto3/1.43.0 md/Botocore#1.43.0");
        }
        for (int i = 0; i < 30; i++) {
            CONTROL.ask("back-office", "case-two-pages", "{}", "amz-sdk-invocation-id", "call-" + i);
        }
        CONTROL.putCase("earned", "a-case", CheckedControl.events("seeded-event"));
        CONTROL.request()
                .contentType(CheckedControl.JSON)
                .body("{\"fields\": [{\"id\": \"title\", \"value\": {\"stringValue\": \"A title\"}}]}")
                .put("/domains/earned/cases/a-case")
                .then()
                .statusCode(200);
        String recorded = CONTROL.walk("earned", "a-case").get(0);
        String exam = CheckedControl.json(CONTROL.post("/_mock/exams", "{\"kind\": \"retry\"}"))
                .path("examId")
                .asText();
        VIEWS.put("start", "start");
        VIEWS.put("histories", "histories");
        VIEWS.put("history", "histories/contact-center/case-every-shape");
        VIEWS.put("event", "histories/contact-center/case-every-shape?event=every-shape-01");
        VIEWS.put("earned", "histories/earned/a-case");
        VIEWS.put("rule", "histories/earned/a-case?event=" + recorded);
        VIEWS.put("calls", "calls");
        VIEWS.put("walks", "calls/walks");
        VIEWS.put("call", "calls/a-call-with-retries");
        VIEWS.put("faults", "faults/contact-center");
        VIEWS.put("exams", "exams");
        VIEWS.put("exam", "exams/" + exam);
    }

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    @TestFactory
    Stream<DynamicTest> areAccessible() {
        return LOOKS.entrySet().stream()
                .map(look -> dynamicTest(look.getKey(), () -> {
                    try (ConsolePage console = ConsolePage.of(MOCK, look.getValue())) {
                        VIEWS.forEach((name, address) -> {
                            console.open(address);
                            assertThat(console.text("Live")).isVisible();
                            assertThat(console.page()
                                            .locator("main :is(h1, h2):visible")
                                            .first())
                                    .isVisible();
                            // The chart and the preview come a little later.
                            console.page().waitForTimeout(name.equals("calls") || name.equals("faults") ? 700 : 150);
                            if (!look.getKey().equals("zoomed")) {
                                console.screenshot(name + "-" + look.getKey());
                            }
                            console.assertAccessible(
                                    name + ", " + look.getKey(), RULES.getOrDefault(look.getKey(), ALL));
                        });
                    }
                }));
    }
}
