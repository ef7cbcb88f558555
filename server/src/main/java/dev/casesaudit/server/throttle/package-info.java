/** Rate limits: how many requests a domain takes. */
@NullMarked
package dev.casesaudit.server.throttle;

import org.jspecify.annotations.NullMarked;
