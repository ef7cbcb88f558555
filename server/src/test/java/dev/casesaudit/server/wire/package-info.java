/** The protocol, fact by fact, as a client sees it: what goes over the wire to the packaged mock, and what comes back. */
@NullMarked
package dev.casesaudit.server.wire;

import org.jspecify.annotations.NullMarked;
