/**
 * Tests against the mock: {@link dev.casesaudit.junit.CasesAudit} is a test's own part of it, by
 * {@link dev.casesaudit.junit.CasesAuditTest} with JUnit 5 and by {@link dev.casesaudit.junit.CasesAudit#start} without.
 * The mock runs in a JVM of its own, and none of its libraries is on the class path of the tests.
 */
@NullMarked
package dev.casesaudit.junit;

import org.jspecify.annotations.NullMarked;
