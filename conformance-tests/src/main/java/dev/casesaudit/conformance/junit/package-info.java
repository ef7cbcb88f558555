/** The kit as JUnit Jupiter tests. */
@NullMarked
package dev.casesaudit.conformance.junit;

import org.jspecify.annotations.NullMarked;
