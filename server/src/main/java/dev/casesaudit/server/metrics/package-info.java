/** What operators watch. */
@NullMarked
package dev.casesaudit.server.metrics;

import org.jspecify.annotations.NullMarked;
