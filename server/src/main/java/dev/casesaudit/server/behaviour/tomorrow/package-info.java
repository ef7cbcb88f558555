/** Answers of a future service: what no model knows yet, at every place where it may stand one day. */
@NullMarked
package dev.casesaudit.server.behaviour.tomorrow;

import org.jspecify.annotations.NullMarked;
