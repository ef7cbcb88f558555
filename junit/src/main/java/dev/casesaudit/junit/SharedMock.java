package dev.casesaudit.junit;

import org.jspecify.annotations.Nullable;

/** The one mock of this JVM, which starts when it is first needed. */
final class SharedMock {

    private static @Nullable MockProcess mock;
    private static boolean isUsedOutsideJUnit;
    private static int runs;

    private SharedMock() {}

    /** Returns the mock, which may still be starting; another one if it was killed. */
    static synchronized MockProcess get() {
        if (mock == null || mock.hasEnded()) {
            mock = MockProcess.start(MockJar.locate());
        }
        return mock;
    }

    /** Returns the mock for somebody whose end JUnit does not know. */
    static synchronized MockProcess getForGood() {
        isUsedOutsideJUnit = true;
        return get();
    }

    /** Notes that a run of JUnit needs the mock. */
    static synchronized void beginRun() {
        runs++;
    }

    /** Ends the mock with the last run of JUnit: a JVM may outlive that, as an IDE's or a watching build's does. */
    static synchronized void endRun() {
        if (--runs == 0 && mock != null && !isUsedOutsideJUnit) {
            mock.end();
            mock = null;
        }
    }
}
