/** Tests of captures. */
@NullMarked
package dev.casesaudit.conformance.capture;

import org.jspecify.annotations.NullMarked;
