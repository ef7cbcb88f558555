package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.run.PreflightStep;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No report shows credentials of the run, wherever the target repeats them. */
class CredentialsInReportsTest {

    private static final List<String> CREDENTIALS = List.of(
            "not-an-akia-key-id-9876",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCY",
            "IQoJb3JpZ2luX2VjEPb//wEaCXVzLWVhc3QtMSJIMEY=");

    @TempDir
    Path directory;

    @Test
    void showsThemNowhere() throws IOException {
        String echo = String.join(" ", CREDENTIALS) + " " + encoded();
        RunReport run = echoing(echo);

        Reports.write(run, Sample.coverage(), Sample.catalogue(), directory);
        List<String> written = new ArrayList<>();
        written.add(TerminalReport.render(Masking.mask(run), Sample.catalogue(), Style.PLAIN));
        for (String name : List.of("report.json", "junit.xml", "report.html", "report.md", "profile.json")) {
            written.add(Files.readString(directory.resolve(name)));
        }

        for (String report : written) {
            assertThat(report).contains(SecretMask.MASK);
            for (String credential : Stream.concat(
                            CREDENTIALS.stream(), Stream.of(encoded().split(" ")))
                    .toList()) {
                for (int at = 0; at + 12 <= credential.length(); at++) {
                    assertThat(report)
                            .doesNotContain(credential.substring(at, at + 12))
                            .doesNotContain(credential.substring(at, at + 12).replace("/", "~1"));
                }
            }
        }
    }

    private static String encoded() {
        String token = CREDENTIALS.get(2);
        byte[] within = ("x" + token + "y").getBytes(StandardCharsets.UTF_8);
        return URLEncoder.encode(token, StandardCharsets.UTF_8) + " "
                + Base64.getEncoder().encodeToString(within).substring(2, 60);
    }

    private static RunReport echoing(String echo) {
        Request request = Request.to("POST", "/").header("x-note", echo);
        Reply.Response response = new Reply.Response(
                400,
                List.of(
                        new Header("x-first", CREDENTIALS.get(2).substring(0, 9)),
                        new Header("x-second", CREDENTIALS.get(2).substring(9, 20)),
                        new Header("x-echo", echo)),
                Content.of("{\"message\":\"" + echo + "\"}"),
                Duration.ZERO);
        Exchange silent = new Exchange(2, request, new Reply.Silence(echo, Content.of(echo)));
        RunReport sample = Sample.everything();
        Result result = new Result(
                sample.results().get(0).requirement(),
                new Outcome.Failed(
                        List.of(
                                Finding.of(new Exchange(1, request, response), echo, echo),
                                new Finding("/" + echo.replace("/", "~1"), "one", "two", silent),
                                Finding.of(silent, "a response", echo)),
                        0),
                "",
                Duration.ZERO,
                1);
        return new RunReport(
                sample.kitVersion(),
                sample.contractHash(),
                sample.at(),
                sample.target(),
                sample.failAt(),
                List.of(new PreflightStep("tls", PreflightStep.State.PASSED, echo)),
                List.of(result),
                List.of(new Observation("order", "In which order are events?", echo)),
                1,
                Duration.ZERO,
                CREDENTIALS);
    }
}
