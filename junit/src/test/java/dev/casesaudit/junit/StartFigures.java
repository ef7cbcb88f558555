package dev.casesaudit.junit;

import java.io.IOException;
import java.util.Locale;

/** Measures what the mock adds to a run of tests: a program without JUnit, for which docs/junit.md has the command. */
final class StartFigures {

    private static final int WARM_UP = 20;
    private static final int TESTS = 200;
    private static final double NANOS_OF_A_MILLISECOND = 1_000_000;

    private StartFigures() {}

    public static void main(String... arguments) throws IOException {
        print("from the begin of the first test to its first answer", test(1));
        test(WARM_UP);
        print("each further test, with a domain, a case and a request", test(TESTS) / TESTS);
    }

    private static long test(int times) throws IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try (CasesAudit cases = CasesAudit.start()) {
                cases.given("a-case").events(60);
                FirstPage.read(cases);
            }
        }
        return System.nanoTime() - begin;
    }

    private static void print(String what, long nanos) {
        // The figures are what this program is for.
        System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", nanos / NANOS_OF_A_MILLISECOND, what);
    }
}
