/** Call the operation over HTTP and check each fact of the protocol. */
@NullMarked
package dev.casesaudit.journey.wire;

import org.jspecify.annotations.NullMarked;
