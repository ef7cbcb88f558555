/** The parts that checks are made of. Each area has a package with its tables of checks. */
@NullMarked
package dev.casesaudit.conformance.check;

import org.jspecify.annotations.NullMarked;
