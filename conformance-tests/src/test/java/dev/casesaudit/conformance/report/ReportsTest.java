package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.http.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class ReportsTest {

    private static final List<String> FILES =
            List.of("report.json", "junit.xml", "report.html", "report.md", "profile.json");

    private static final Pattern OUTSIDE = Pattern.compile("(?<!<a href=\")https?://[^\\s\"<]*\"");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"report.json", "junit.xml", "report.html", "report.md", "profile.json"})
    void writesTheFileAsItWasFoundRight(String name) throws IOException {
        Golden.assertSame(name, written().get(FILES.indexOf(name)));
    }

    @Test
    void leavesNothingElseInTheDirectory() throws IOException {
        written();
        written();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    @Test
    void showsNoSecretInAnyReport() throws IOException {
        List<String> all = new ArrayList<>(written());
        for (Style style : Style.values()) {
            all.add(TerminalReport.render(Sample.masked(Sample.everything()), Sample.catalogue(), style));
            all.add(TerminalReport.render(Sample.masked(Sample.notJudged()), Sample.catalogue(), style));
        }
        for (String report : all) {
            assertThat(report).doesNotContain(SampleExchanges.secrets());
        }
    }

    @Test
    void writesJsonThatParses() throws IOException {
        JsonNode report = Json.read(Content.of(written().get(0)));
        assertThat(report.path("format").asInt()).isEqualTo(1);
        assertThat(report.at("/results/0/findings/0/exchange/response/status").asInt())
                .isEqualTo(200);
        assertThat(Json.read(Content.of(written().get(4)))
                        .at("/observations/order/question")
                        .asText())
                .isEqualTo("In which order are events?");
    }

    @Test
    void namesEveryRequirementInTheXml() throws IOException {
        NodeList cases = parsed(written().get(1)).getElementsByTagName("testcase");
        List<String> names = Stream.iterate(0, at -> at + 1)
                .limit(cases.getLength())
                .map(at -> ((Element) cases.item(at)).getAttribute("name"))
                .toList();
        assertThat(names)
                .containsAll(Sample.catalogue().requirements().stream()
                        .map(requirement -> requirement.id())
                        .toList());
    }

    @Test
    void isRedForABuildServerWhenTheTargetCouldNotBeJudged() {
        String xml = JunitXmlReport.render(Sample.masked(Sample.notJudged()), Sample.catalogue());
        Golden.assertSame("junit-not-judged.xml", xml);
        assertThat(parsed(xml).getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void writesHtmlThatIsWellFormedAndReachesForNothing() throws IOException {
        String html = written().get(2);
        assertThat(parsed(html).getElementsByTagName("article").getLength()).isEqualTo(12);
        assertThat(html).doesNotContain("<link", "src=", "url(", "@import", "<script>alert");
        assertThat(OUTSIDE.matcher(html).results()).isEmpty();
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void namesEachElementOfThePageOnce() throws IOException {
        NodeList all = parsed(written().get(2)).getElementsByTagName("*");
        List<String> ids = Stream.iterate(0, at -> at + 1)
                .limit(all.getLength())
                .map(at -> ((Element) all.item(at)).getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> links = Stream.iterate(0, at -> at + 1)
                .limit(all.getLength())
                .map(at -> ((Element) all.item(at)).getAttribute("href"))
                .filter(link -> link.startsWith("#"))
                .map(link -> link.substring(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().containsAll(links);
    }

    @Test
    void saysWhichDirectoryCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));
        assertThatThrownBy(() -> Reports.write(Sample.everything(), Sample.coverage(), Sample.catalogue(), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the report directory '%s' cannot be written: it is a file; name another with --report-dir"
                        .formatted(file));
    }

    @Test
    void addsTheSummaryToWhatIsThere() throws IOException {
        Path summary = Files.writeString(directory.resolve("summary"), "# before\n");
        Reports.appendSummary(Sample.everything(), Sample.catalogue(), summary);
        assertThat(Files.readString(summary)).startsWith("# before\n\n## ").endsWith("321 requests.\n");
    }

    private List<String> written() throws IOException {
        Reports.write(Sample.everything(), Sample.coverage(), Sample.catalogue(), directory);
        String[] texts = new String[FILES.size()];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = Files.readString(directory.resolve(FILES.get(at)));
        }
        return Arrays.asList(texts);
    }

    private static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }
}
