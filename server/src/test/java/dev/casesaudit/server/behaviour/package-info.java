/** Tests of {@code dev.casesaudit.server.behaviour}. */
@NullMarked
package dev.casesaudit.server.behaviour;

import org.jspecify.annotations.NullMarked;
