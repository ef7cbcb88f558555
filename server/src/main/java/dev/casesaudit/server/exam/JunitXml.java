package dev.casesaudit.server.exam;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an exam as JUnit XML, which CI servers read. */
public final class JunitXml {

    private JunitXml() {}

    /** Returns a test suite with one test case for each task. */
    public static String of(Exam exam, List<Exam.TaskVerdict> verdicts) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            String suite = "exam." + exam.kind().name().toLowerCase(Locale.ROOT);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", suite);
            xml.writeAttribute("tests", String.valueOf(verdicts.size()));
            xml.writeAttribute("failures", String.valueOf(failures(verdicts)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (Exam.TaskVerdict verdict : verdicts) {
                write(verdict, suite, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory failed", e);
        }
        return text.toString();
    }

    private static long failures(List<Exam.TaskVerdict> verdicts) {
        return verdicts.stream().filter(verdict -> !verdict.passed()).count();
    }

    private static void write(Exam.TaskVerdict verdict, String suite, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", verdict.task());
        if (!verdict.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", String.join("; ", verdict.reasons()));
            xml.writeCharacters(String.format(Locale.ROOT, "A sound client %s.", verdict.expects()));
            xml.writeEndElement();
        }
        if (!verdict.remarks().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(String.join("\n", verdict.remarks()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
