/** Tests of {@code dev.casesaudit.server.exam}. */
@NullMarked
package dev.casesaudit.server.exam;

import org.jspecify.annotations.NullMarked;
