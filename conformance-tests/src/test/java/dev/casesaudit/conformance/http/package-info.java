/** Tests of the probe. */
@NullMarked
package dev.casesaudit.conformance.http;

import org.jspecify.annotations.NullMarked;
