/** Tests of {@code dev.casesaudit.server.request}. */
@NullMarked
package dev.casesaudit.server.request;

import org.jspecify.annotations.NullMarked;
