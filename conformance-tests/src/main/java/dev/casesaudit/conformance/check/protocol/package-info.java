/** The headers and the encoding of all messages. */
@NullMarked
package dev.casesaudit.conformance.check.protocol;

import org.jspecify.annotations.NullMarked;
