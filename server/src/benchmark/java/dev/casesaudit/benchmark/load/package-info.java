/** Servers as processes, and what drives them. */
@NullMarked
package dev.casesaudit.benchmark.load;

import org.jspecify.annotations.NullMarked;
