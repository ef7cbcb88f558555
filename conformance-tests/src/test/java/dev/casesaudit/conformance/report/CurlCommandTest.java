package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlCommandTest {

    private static final Request READ = Request.auditHistory("d", "c");

    @Test
    void repeatsTheRequestOfTheCheck() {
        assertThat(unsigned(READ.json("{\"maxResults\":1}")))
                .isEqualTo(
                        "curl -sSi --path-as-is -X POST -H 'content-type: application/json' -A ''"
                                + " -H accept: --data-binary '{\"maxResults\":1}' http://localhost:8080/domains/d/cases/c/audit-history");
    }

    @Test
    void signsWithTheCredentialsOfTheShell() {
        Request sent = READ.header("Authorization", "***").header("X-Amz-Date", "now");
        assertThat(signed(sent))
                .contains("--aws-sigv4 aws:amz:eu-west-1:cases --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"")
                .doesNotContain("Authorization", "X-Amz-Date", "x-amz-security-token", "accept:");
    }

    @Test
    void sendsASessionTokenWhereTheCheckDid() {
        assertThat(signed(READ.header("X-Amz-Security-Token", "***")))
                .contains("-H \"x-amz-security-token: $AWS_SESSION_TOKEN\"")
                .doesNotContain("***");
    }

    @Test
    void doesNotSignAnUnsignedRequest() {
        assertThat(signed(READ.as(Request.Identity.NOBODY))).doesNotContain("aws");
    }

    @Test
    void signsWronglyWhereTheCheckDid() {
        assertThat(signed(READ.as(Request.Identity.WRONG_SECRET))).contains("\"$AWS_ACCESS_KEY_ID:not-the-secret\"");
        assertThat(signed(READ.as(Request.Identity.UNKNOWN_KEY))).contains("\"AKIAUNKNOWNKEY000000:not-the-secret\"");
    }

    @Test
    void asksForTheHeadAlone() {
        assertThat(unsigned(READ.method("HEAD"))).contains("--head").doesNotContain("--data", "-X");
    }

    @Test
    void keepsCurlFromReadingTheAddressAsAPattern() {
        assertThat(unsigned(READ.target("/{a}[1-2]")))
                .contains("--globoff")
                .endsWith("'http://localhost:8080/{a}[1-2]'");
    }

    @Test
    void sendsAHeaderWithoutAValue() {
        assertThat(unsigned(READ.header("accept", ""))).contains("-H 'accept;'");
    }

    @Test
    void saysSoWhereOnlyANewerCurlSignsIt() {
        assertThat(signed(READ.body(Content.of("{}"))))
                .startsWith(": needs curl 8.3 or later; curl ")
                .contains("-H content-type:");
        assertThat(signed(READ.header("accept", ""))).startsWith(": needs curl 8.3 or later; curl ");
        assertThat(signed(READ.json("{}"))).startsWith("curl ");
    }

    @Test
    void asksForTheVersionOfHttpThatTheKitSpeaks() {
        CurlCommand secure = new CurlCommand(target(Signing.NONE).at(URI.create("https://localhost:8443")));
        assertThat(secure.exchange(READ)).contains("--http1.1");
    }

    @Test
    void goesThroughASocketWhereTheCheckDid() {
        assertThat(unsigned(READ.header("content-length", "x").throughSocket()))
                .isEqualTo(
                        "printf 'POST /domains/d/cases/c/audit-history HTTP/1.1\\015\\012host: localhost:8080\\015\\012"
                                + "content-length: x\\015\\012connection: close\\015\\012\\015\\012' | nc localhost 8080");
    }

    @Test
    void saysIfOnlyTheKitCanRepeatARequest() {
        assertThat(unsigned(READ.json("x".repeat(20_000)))).startsWith("(a command line of 20");
        assertThat(signed(READ.throughSocket())).startsWith("(a signed");
        assertThat(signed(READ.header("x-a", "1").header("X-A", "2"))).startsWith("(a signed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "it's",
                "$HOME `x` \"y\" \\ !",
                "two\nlines",
                "-x",
                "a=b;c&d|e",
                "t\u00fcrk\u00e7e \uD83D\uDE00"
            })
    void quotesAWordForTheShell(String word) throws IOException, InterruptedException {
        assertThat(shell("printf %s " + Shell.word(word))).isEqualTo(word.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void printsEveryByte() throws IOException, InterruptedException {
        byte[] all = new byte[256];
        for (int at = 0; at < all.length; at++) {
            all[at] = (byte) at;
        }
        assertThat(shell(Shell.printf(all))).isEqualTo(all);
    }

    @Test
    void pipesABodyThatNoWordHolds() {
        assertThat(unsigned(READ.body(Content.of("@file"))))
                .startsWith("printf '@file' | curl ")
                .contains("--data-binary @-");
        assertThat(unsigned(READ.body(Content.of(new byte[] {0})))).startsWith("printf '\\000' | curl ");
    }

    private static byte[] shell(String command) throws IOException, InterruptedException {
        // Not as an argument, whose encoding depends on the machine.
        Process process = new ProcessBuilder("sh", "-s").start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(command.getBytes(StandardCharsets.UTF_8));
        }
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private static String unsigned(Request request) {
        return new CurlCommand(target(Signing.NONE)).exchange(request);
    }

    private static String signed(Request request) {
        return new CurlCommand(target(Signing.SIGV4)).exchange(request);
    }

    private static TargetProfile target(Signing signing) {
        return new TargetProfile(
                "mock",
                URI.create("http://localhost:8080"),
                "eu-west-1",
                signing,
                false,
                Map.of(),
                Set.of(),
                new Limits(0, 600, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                false);
    }
}
