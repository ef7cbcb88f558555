/** Tests of {@code dev.casesaudit.server.throttle}. */
@NullMarked
package dev.casesaudit.server.throttle;

import org.jspecify.annotations.NullMarked;
