/**
 * What the mock was told to do: for a case, a domain or everything, and by the headers of a request. It is told in three lines: a
 * fault script, awkward pages, and what tomorrow brings.
 */
@NullMarked
package dev.casesaudit.server.behaviour;

import org.jspecify.annotations.NullMarked;
