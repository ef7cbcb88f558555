/** Tests of {@code dev.casesaudit.server.journal}. */
@NullMarked
package dev.casesaudit.server.journal;

import org.jspecify.annotations.NullMarked;
