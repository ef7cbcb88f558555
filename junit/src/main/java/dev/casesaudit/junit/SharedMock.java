package dev.casesaudit.junit;

import org.jspecify.annotations.Nullable;

/** The one mock of this JVM, which starts when it is first needed. */
final class SharedMock {

    private static @Nullable MockProcess mock;
    private static boolean isUsedOutsideJUnit;

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

    /** Ends the mock with a run of JUnit: a JVM may outlive that, as an IDE's or a watching build's does. */
    static synchronized void endOfRun() {
        if (mock != null && !isUsedOutsideJUnit) {
            mock.end();
            mock = null;
        }
    }
}
