/** What the profile aot runs: it makes the cache that a quick start takes its classes from. */
@NullMarked
package dev.casesaudit.server.aot;

import org.jspecify.annotations.NullMarked;
