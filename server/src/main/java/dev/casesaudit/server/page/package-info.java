/**
 * Pages and their tokens: the request's constraints, the position in a history, its opaque form, the answer.
 */
@NullMarked
package dev.casesaudit.server.page;

import org.jspecify.annotations.NullMarked;
