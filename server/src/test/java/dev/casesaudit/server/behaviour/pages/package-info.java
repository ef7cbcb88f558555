/** Tests of {@code dev.casesaudit.server.behaviour.pages}. */
@NullMarked
package dev.casesaudit.server.behaviour.pages;

import org.jspecify.annotations.NullMarked;
