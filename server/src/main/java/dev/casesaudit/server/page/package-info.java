/**
 * Pages and page tokens: cutting a history, encoding a cursor as an opaque token, and the bytes of a page; also awkward
 * pages.
 */
@NullMarked
package dev.casesaudit.server.page;

import org.jspecify.annotations.NullMarked;
