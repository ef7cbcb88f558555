package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.ResultStatus;
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
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class ReportsTest {

    private static final List<String> FILES =
            List.of("report.json", "junit.xml", "report.html", "report.md", "profile.json", "report.css", "report.js");

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
    void writesHtmlThatIsWellFormedAndReachesForNothingButTheFilesBesideIt() throws IOException {
        String html = written().get(2);
        assertThat(parsed(html).getElementsByTagName("details").getLength()).isGreaterThan(12);
        assertThat(attributes(html, "link", "href")).containsExactly("report.css");
        assertThat(attributes(html, "script", "src")).containsExactly("report.js");
        assertThat(html).doesNotContain("url(", "@import", "<script>");
        assertThat(OUTSIDE.matcher(html).results()).isEmpty();
        assertThat(written().get(5)).doesNotContain("url(", "@import");
    }

    /** The policy of build servers is {@code sandbox; default-src 'none'; img-src 'self'; style-src 'self'}. */
    @Test
    void needsNeitherScriptsNorStylesOfItsOwn() throws IOException {
        Document page = parsed(written().get(2));
        assertThat(page.getElementsByTagName("style").getLength()).isZero();
        NodeList all = page.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            NamedNodeMap attributes = all.item(at).getAttributes();
            for (int one = 0; one < attributes.getLength(); one++) {
                assertThat(attributes.item(one).getNodeName())
                        .isNotEqualTo("style")
                        .doesNotMatch("on[a-z]+");
            }
        }
        // Except for the search, which requires the script.
        assertThat(attributes(written().get(2), "*", "hidden").stream().filter(hidden -> !hidden.isEmpty()))
                .hasSize(1);
    }

    @Test
    void filtersAllStatusesByTheStyleSheet() throws IOException {
        String css = written().get(5);
        Stream.of(
                        Arrays.stream(ResultStatus.values())
                                .map(ResultStatus::label)
                                .map(HtmlReport::cssClass),
                        Arrays.stream(Level.values()).map(Level::name),
                        Arrays.stream(Area.values()).map(Area::label))
                .flatMap(values -> values)
                .forEach(value -> assertThat(css).contains("input[value=\"%s\"]:checked".formatted(value)));
    }

    @Test
    void shortensLongIdsInTheirMiddleAndKeepsThemWhole() {
        String id = "case-" + "x".repeat(40) + "-0123456789";
        String html =
                Abbreviation.in(Tag.of("p"), "/cases/" + id + "/audit-history").toString();
        assertThat(html)
                .contains("/cases/<abbr title=\"" + id
                        + "\">case-xxxxxxxxxxxxxxx\u2026x-0123456789</abbr>/audit-history");
        assertThat(Abbreviation.in(Tag.of("p"), "0b8ad8f4-28f5-4ac0-a9a5-1ae2e6f0bbd1")
                        .toString())
                .doesNotContain("abbr");
    }

    @Test
    void namesTheOperationAndTheEndpointFirst() throws IOException {
        String hero =
                parsed(written().get(2)).getElementsByTagName("header").item(0).getTextContent();
        assertThat(hero).contains("GetCaseAuditEvents", "https://***@cases.example:8443/base");
    }

    @Test
    void groupsTheResultsOfTheJsonByTheirCauses() throws IOException {
        JsonNode report = Json.read(Content.of(written().get(0)));
        List<String> grouped = new ArrayList<>();
        report.path("causes").forEach(cause -> {
            assertThat(cause.path("requirements").get(0)).isEqualTo(cause.path("example"));
            cause.path("requirements").forEach(id -> grouped.add(id.asText()));
        });
        report.path("results").forEach(result -> {
            if (!result.path("standing").asText().equals("passed")) {
                assertThat(grouped).contains(result.path("id").asText());
            }
        });
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
    void appendsTheSummaryToAnExistingFile() throws IOException {
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

    private static List<String> attributes(String html, String element, String attribute) {
        NodeList all = parsed(html).getElementsByTagName(element);
        return Stream.iterate(0, at -> at + 1)
                .limit(all.getLength())
                .map(at -> ((Element) all.item(at)).getAttribute(attribute))
                .toList();
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
