/** The behaviour that is configured for a case, a domain or the whole mock, or by the headers of one request: a fault\n * script, awkward pages, and members of tomorrow. */
@NullMarked
package dev.casesaudit.server.behaviour;

import org.jspecify.annotations.NullMarked;
