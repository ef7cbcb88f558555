/** Rate limits of domains. */
@NullMarked
package dev.casesaudit.server.throttle;

import org.jspecify.annotations.NullMarked;
