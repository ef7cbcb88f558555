package dev.casesaudit.journey.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and the files of the console, as a browser gets them. */
class ConsoleFilesIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final int MOST_BYTES = 250_000;
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]* src=)[^>]*>|\\sstyle=|\\son[a-z]+=");

    @Test
    void theWholeConsoleIsSmall() throws IOException {
        long size = 0;
        List<String> files = new ArrayList<>();
        try (JarFile program = new JarFile(PackagedMock.JAR.toFile())) {
            for (JarEntry entry : Collections.list(program.entries())) {
                if (entry.getName().matches("console/.*\\.(js|css)")) {
                    files.add(entry.getName());
                    size += entry.getSize();
                }
            }
        }
        for (String file : files) {
            RawConnection.Response response = get("/_mock/" + file);
            assertThat(response.status()).as(file).isEqualTo(200);
            assertThat(response.header("content-type"))
                    .containsExactly(file.endsWith("css") ? "text/css;charset=UTF-8" : "text/javascript;charset=UTF-8");
            assertThat(response.header("x-content-type-options")).containsExactly("nosniff");
        }
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(size + page().length()).isLessThan(MOST_BYTES);
    }

    @Test
    void thePageIsPainted() throws IOException {
        try (ConsolePage console = ConsolePage.of(PackagedMock.shared()).open("start")) {
            console.page().waitForFunction("performance.getEntriesByName('first-contentful-paint').length");
            ConsolePage.note(
                    "ms to the first paint",
                    console.page().evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }
    }

    @Test
    void thePageForbidsWhatItDoesNotNeed() throws IOException {
        RawConnection.Response page = page();
        String policy = String.join("", page.header("content-security-policy"));

        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(page.header("referrer-policy")).containsExactly("no-referrer");
        assertThat(page.header("x-content-type-options")).containsExactly("nosniff");
        // The map of imports, which the policy knows by its hash.
        Matcher inline = INLINE.matcher(page.text());
        assertThat(inline.results().map(found -> found.group())).containsExactly("<script type=\"importmap\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/plain", "application/json", "image/png"})
    void otherClientsGetWhatTheyAlwaysGot(String accept) throws IOException {
        RawConnection.Response page = RawConnection.exchange(RawConnection.head("GET", "/", "accept: " + accept));
        assertThat(page.text()).doesNotContain("<script").contains("/q/swagger-ui/");
        assertThat(page.header("content-security-policy")).isEmpty();
    }

    @Test
    void filesAreReadAgainOnlyWhenTheyHaveChanged() throws IOException {
        String path = "/_mock/console/console.js";
        String tag = String.join("", get(path).header("etag"));
        RawConnection.Response again = RawConnection.exchange(RawConnection.head("GET", path, "if-none-match: " + tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.length()).isZero();
        assertThat(RawConnection.exchange(RawConnection.head("GET", path, "if-none-match: \"other\""))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_mock/console/..%2Fapplication.properties",
                "/_mock/console/../console/console.js%00",
                "/_mock/console/lib/lit/LICENSE",
                "/_mock/console//console.js",
                "/_mock/console/lib/../console.css/",
                "/console/console.js",
                "/_mock/consoles/console.js"
            })
    void nothingElseIsServed(String path) throws IOException {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void thereIsNoConsoleWithoutTheControlApi() throws IOException {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.enabled=false")) {
            assertThat(RawConnection.exchange(mock, RawConnection.head("GET", "/", "accept: " + BROWSER))
                            .text())
                    .doesNotContain("<script");
            assertThat(RawConnection.exchange(mock, RawConnection.head("GET", "/_mock/console/console.js"))
                            .status())
                    .isEqualTo(404);
            assertThat(mock.log()).doesNotContain("The console for browsers");
        }
    }

    @Test
    void theStartSaysWhereItIs() {
        try (PackagedMock mock = PackagedMock.start()) {
            assertThat(mock.awaitLine("The console for browsers: ")).endsWith(mock.endpoint() + "/");
        }
    }

    private static RawConnection.Response page() throws IOException {
        return RawConnection.exchange(RawConnection.head("GET", "/", "accept: " + BROWSER));
    }

    private static RawConnection.Response get(String path) throws IOException {
        return RawConnection.exchange(RawConnection.head("GET", path));
    }
}
