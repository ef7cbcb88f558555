/** Tests of {@code dev.casesaudit.server.control}. */
@NullMarked
package dev.casesaudit.server.control;

import org.jspecify.annotations.NullMarked;
