package dev.casesaudit.journey.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An exam as JUnit XML, which CI servers read. */
class ExamReportIT {

    private final ControlClient control = ControlClient.of(PackagedMock.shared());
    private final HandWrittenClient client = new HandWrittenClient(control.endpoint());

    @Test
    void hasATestCaseForEachTaskAndAFailureForEachFailedTask()
            throws IOException, ParserConfigurationException, SAXException {
        RunningExam exam = RunningExam.start(control, "errors")
                .takenBy((domainId, caseId) -> client.tryAgain(domainId, caseId, Optional.empty(), 2));

        Element suite = parsed(exam.junit());

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("exam.errors");
        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        List<Element> cases = elements(suite, "testcase");
        assertThat(cases).extracting(one -> one.getAttribute("name")).isEqualTo(exam.tasks());
        assertThat(cases).extracting(one -> one.getAttribute("classname")).containsOnly("exam.errors");
        assertThat(cases)
                .filteredOn(one -> !elements(one, "failure").isEmpty())
                .extracting(one -> one.getAttribute("name"))
                .containsExactly("invalid", "denied", "missing");
        Element failure = elements(cases.get(0), "failure").get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("made 2 attempts for an error that is not retryable");
        assertThat(failure.getTextContent()).isEqualTo("A sound client does not retry a ValidationException.");
        exam.end();
    }

    @Test
    void hasOnlyFailuresWithoutACandidate() throws IOException, ParserConfigurationException, SAXException {
        RunningExam exam = RunningExam.start(control, "retry");

        Element suite = parsed(exam.junit());

        assertThat(suite.getAttribute("failures")).isEqualTo(suite.getAttribute("tests"));
        assertThat(elements(suite, "failure"))
                .hasSize(6)
                .extracting(failure -> failure.getAttribute("message"))
                .containsOnly("got no request");
        exam.end();
    }

    private static Element parsed(String xml) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
