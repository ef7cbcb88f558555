/** Tests of {@code dev.casesaudit.server.page}. */
@NullMarked
package dev.casesaudit.server.page;

import org.jspecify.annotations.NullMarked;
