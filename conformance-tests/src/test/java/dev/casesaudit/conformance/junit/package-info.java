/** Tests of the kit as JUnit tests, and a test class for any endpoint. */
@NullMarked
package dev.casesaudit.conformance.junit;

import org.jspecify.annotations.NullMarked;
