package dev.casesaudit.conformance.report;

/**
 * A test case of a JUnit report.
 *
 * @param problem the element that says what is wrong: {@code failure}, {@code error}, {@code skipped}, or empty
 * @param output what it has to say without being wrong
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
