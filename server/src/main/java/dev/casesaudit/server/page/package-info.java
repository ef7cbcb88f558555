/**
 * Pages and their tokens: the request's constraints, the position in a history, its opaque form, the answer; and on request
 * pages as awkward as services make them.
 */
@NullMarked
package dev.casesaudit.server.page;

import org.jspecify.annotations.NullMarked;
