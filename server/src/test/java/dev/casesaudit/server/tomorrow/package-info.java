/** Tests of {@code dev.casesaudit.server.tomorrow}. */
@NullMarked
package dev.casesaudit.server.tomorrow;

import org.jspecify.annotations.NullMarked;
