/** What holds for every message. */
@NullMarked
package dev.casesaudit.conformance.check.protocol;

import org.jspecify.annotations.NullMarked;
