/** Tests of {@code dev.casesaudit.server.document}. */
@NullMarked
package dev.casesaudit.server.document;

import org.jspecify.annotations.NullMarked;
