/** Tests of {@code dev.casesaudit.server.auth}. */
@NullMarked
package dev.casesaudit.server.auth;

import org.jspecify.annotations.NullMarked;
