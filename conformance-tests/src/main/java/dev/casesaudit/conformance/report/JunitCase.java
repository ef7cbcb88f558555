package dev.casesaudit.conformance.report;

/**
 * A test case of a JUnit report.
 *
 * @param problem the element {@code failure}, {@code error} or {@code skipped}, or an empty string
 * @param output the output of a test case without a problem
 */
record JunitCase(String name, long millis, String problem, String type, String message, String text, String output) {

    static JunitCase passed(String name, long millis) {
        return new JunitCase(name, millis, "", "", "", "", "");
    }

    static JunitCase skipped(String name, long millis, String message) {
        return new JunitCase(name, millis, "skipped", "", message, "", "");
    }

    static JunitCase failure(String name, long millis, String type, String message, String text) {
        return new JunitCase(name, millis, "failure", type, message, text, "");
    }

    static JunitCase error(String name, long millis, String type, String message, String text) {
        return new JunitCase(name, millis, "error", type, message, text, "");
    }

    JunitCase saying(String words) {
        return new JunitCase(name, millis, problem, type, message, text, words);
    }

    boolean has(String element) {
        return problem.equals(element);
    }
}
