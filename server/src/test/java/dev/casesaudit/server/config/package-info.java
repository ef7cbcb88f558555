/** Tests of {@code dev.casesaudit.server.config}. */
@NullMarked
package dev.casesaudit.server.config;

import org.jspecify.annotations.NullMarked;
