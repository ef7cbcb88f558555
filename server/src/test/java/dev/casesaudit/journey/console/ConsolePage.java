package dev.casesaudit.journey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** A tab with the console of a mock, of a browser without a past. */
final class ConsolePage implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String AXE = read("axe.min.js");

    // Playwright writes its options in the lower case of the default locale, which is no English in Turkish.
    private final Locale locale;
    private final URI endpoint;
    private final BrowserContext context;
    private final Page page;

    // What the browser complains about: scripts that failed, and what the policy of the page forbids.
    private final List<String> complaints = new ArrayList<>();

    private ConsolePage(Locale locale, URI endpoint, BrowserContext context) {
        this.locale = locale;
        this.endpoint = endpoint;
        this.context = context;
        context.setDefaultTimeout(Chromium.LIMIT_MILLIS);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // The browser reports each response with an error, which may be the point of a test.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    static ConsolePage of(PackagedMock mock) {
        return of(mock, options -> options);
    }

    static ConsolePage of(PackagedMock mock, UnaryOperator<Browser.NewContextOptions> options) {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        Browser.NewContextOptions usual = new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Etc/UTC")
                .setViewportSize(1280, 800)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
        return new ConsolePage(locale, mock.endpoint(), Chromium.get().newContext(options.apply(usual)));
    }

    /** Opens a view by its address, such as {@code histories/contact-center}. */
    ConsolePage open(String view) {
        page.navigate(endpoint + "/#/" + view);
        return this;
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    BrowserContext context() {
        return context;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    ConsolePage screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    /**
     * Asserts that axe finds nothing of any level.
     *
     * @param rules all when empty
     */
    void assertAccessible(String view, String... rules) {
        page.evaluate(AXE);
        String found = (String) page.evaluate("""
                async rules => JSON.stringify((await axe.run(document, {
                  resultTypes: ['violations'],
                  ...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {}),
                })).violations)""", List.of(rules));
        assertThat(StreamSupport.stream(json(found).spliterator(), false)
                        .map(one -> "%s: %s %s"
                                .formatted(
                                        one.path("id").asText(),
                                        one.path("help").asText(),
                                        one.path("nodes").findValuesAsText("html"))))
                .as("findings of axe in %s", view)
                .isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("pixels to scroll aside in %s", view)
                .isEqualTo(0);
    }

    List<String> complaints() {
        return complaints;
    }

    /** Closes the tab, and asserts that the browser complained about nothing. */
    @Override
    public void close() {
        context.close();
        Locale.setDefault(locale);
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream file = ConsolePage.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a figure beside the pictures: what depends on the machine is no reason to fail. */
    static void note(String what, Object figure) throws IOException {
        Files.writeString(
                Files.createDirectories(SCREENSHOTS).resolve("figures.txt"),
                what + ": " + figure + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
