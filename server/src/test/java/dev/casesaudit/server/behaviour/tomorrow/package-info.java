/** Tests of {@code dev.casesaudit.server.behaviour.tomorrow}. */
@NullMarked
package dev.casesaudit.server.behaviour.tomorrow;

import org.jspecify.annotations.NullMarked;
