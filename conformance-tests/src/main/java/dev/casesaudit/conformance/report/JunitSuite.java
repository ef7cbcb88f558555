package dev.casesaudit.conformance.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A suite of a JUnit report. Only this class writes XML. */
record JunitSuite(String name, List<JunitCase> cases) {

    static void write(List<JunitSuite> suites, Instant at, StringWriter text) throws XMLStreamException {
        // The factory of the JDK, whatever is on the class path.
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "conformance");
        for (JunitSuite suite : suites) {
            suite.write(at, xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void write(Instant at, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", count("failure"));
        xml.writeAttribute("errors", count("error"));
        xml.writeAttribute("skipped", count("skipped"));
        xml.writeAttribute(
                "time", seconds(cases.stream().mapToLong(JunitCase::millis).sum()));
        xml.writeAttribute("timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString());
        for (JunitCase one : cases) {
            write(one, xml);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void write(JunitCase one, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", name);
        xml.writeAttribute("name", one.name());
        xml.writeAttribute("time", seconds(one.millis()));
        if (!one.problem().isEmpty()) {
            xml.writeStartElement(one.problem());
            if (!one.type().isEmpty()) {
                xml.writeAttribute("type", one.type());
            }
            xml.writeAttribute("message", Printable.line(one.message()));
            xml.writeCharacters(Printable.of(one.text()));
            xml.writeEndElement();
        }
        if (!one.output().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Printable.of(one.output()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String count(String element) {
        return Long.toString(cases.stream().filter(one -> one.has(element)).count());
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
