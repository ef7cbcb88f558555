/** Tests of {@code dev.casesaudit.server.http}. */
@NullMarked
package dev.casesaudit.server.http;

import org.jspecify.annotations.NullMarked;
