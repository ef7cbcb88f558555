/** Tests of {@code dev.casesaudit.server.json}. */
@NullMarked
package dev.casesaudit.server.json;

import org.jspecify.annotations.NullMarked;
