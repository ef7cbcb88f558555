/** The console: a page for browsers. Its files are resources under {@code console}. */
@NullMarked
package dev.casesaudit.server.console;

import org.jspecify.annotations.NullMarked;
