package dev.rlvr.grader.report.verify;

import dev.rlvr.grader.verify.SuiteReport;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Severity;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML as CI systems show it: each suite is a test case, which fails with its errors. */
public final class JunitFormat implements Format {

    @Override
    public String render(Outcome outcome) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            attribute(xml, "name", "grader verify");
            attribute(xml, "tests", String.valueOf(outcome.suites().size()));
            attribute(xml, "failures", String.valueOf(failing(outcome)));
            attribute(xml, "errors", String.valueOf(outcome.failures()));
            attribute(xml, "time", seconds(outcome.took()));
            for (var suite : outcome.suites()) {
                write(xml, suite);
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text + "\n";
    }

    private static long failing(Outcome outcome) {
        return outcome.suites().stream().filter(JunitFormat::fails).count();
    }

    private static boolean fails(SuiteReport suite) {
        return suite.failure().isEmpty() && suite.count(Severity.ERROR) > 0;
    }

    private static void write(XMLStreamWriter xml, SuiteReport suite) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", suite.file().toString());
        attribute(xml, "name", suite.name());
        attribute(xml, "file", suite.file().toString());
        attribute(xml, "line", String.valueOf(suite.line()));
        attribute(xml, "time", seconds(suite.took()));
        if (suite.failure().isPresent()) {
            element(xml, "error", "could not be verified", suite.failure().get());
        } else if (fails(suite)) {
            var worst = suite.findings().getFirst();
            element(xml, "failure", worst.rule().code() + " " + worst.rule().title(), lines(suite, Severity.ERROR));
        }
        var others = lines(suite, Severity.WARNING);
        if (!others.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Plain.xml(others));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String lines(SuiteReport suite, Severity severity) {
        return suite.findings().stream()
                .filter(finding -> finding.rule().severity() == severity)
                .map(JunitFormat::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
        return finding + ". " + finding.rule().fix() + (finding.detail().isEmpty() ? "" : "\n" + finding.detail());
    }

    private static void element(XMLStreamWriter xml, String name, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        attribute(xml, "message", message);
        xml.writeCharacters(Plain.xml(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Plain.xml(value));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
    }
}
