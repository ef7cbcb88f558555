/** Tests of {@code dev.casesaudit.server.audit}. */
@NullMarked
package dev.casesaudit.server.audit;

import org.jspecify.annotations.NullMarked;
