package microgpt.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How one test ended; {@code reason} is why it did not pass, {@code ""} where it did. */
record TestResult(String name, Outcome outcome, String reason) {
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** The results in one of Surefire's XML reports. */
    static List<TestResult> read(Path report) throws IOException, XMLStreamException {
        List<TestResult> results = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    results.add(testCase(xml));
                }
            }
        }
        return results;
    }

    private static TestResult testCase(XMLStreamReader xml) throws XMLStreamException {
        String type = attribute(xml, "classname");
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + attribute(xml, "name");
        TestResult result = new TestResult(name, Outcome.PASSED, "");
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                return result;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "skipped" -> result = new TestResult(name, Outcome.SKIPPED, reason(xml));
                    case "failure", "error" -> result = new TestResult(name, Outcome.FAILED, reason(xml));
                    default -> {} // what the test printed, and times
                }
            }
        }
    }

    /** A message, or else the first line of a stack trace, without what JUnit says before it. */
    private static String reason(XMLStreamReader xml) throws XMLStreamException {
        String message = attribute(xml, "message");
        String text = (message.isEmpty() ? xml.getElementText() : message).strip();
        String line = text.lines().findFirst().orElse("no reason given");
        return line.replaceFirst("^org\\.opentest4j\\.TestAbortedException: ", "")
                .replaceFirst("^Assumption failed: ", "")
                .replaceFirst("^skipped: ", "")
                .replaceFirst("^.* ==> ", "");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
