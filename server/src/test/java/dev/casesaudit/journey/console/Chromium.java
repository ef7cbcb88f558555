package dev.casesaudit.journey.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser of the machine, started once for all tests of a JVM. */
final class Chromium {

    // Generous, as a build runs other tests at the same time.
    static final double LIMIT_MILLIS = 30_000;

    private static @Nullable Browser browser;

    private Chromium() {}

    /** Starts it; skips the test where there is none. */
    static synchronized Browser get() {
        Optional<Path> program = find();
        assumeTrue(program.isPresent(), "no Chromium: install chromium, or set CHROMIUM to its path");
        if (browser == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program.orElseThrow())
                            // A container has no namespaces for the sandbox, and all pages are our own.
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> find() {
        String configured = System.getenv("CHROMIUM");
        Stream<Path> places = configured != null
                ? Stream.of(Path.of(configured))
                : Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of("/usr/bin", name));
        return places.filter(Files::isExecutable).findFirst();
    }
}
