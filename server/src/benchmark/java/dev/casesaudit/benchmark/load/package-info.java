/** Servers as processes, and the load on them. */
@NullMarked
package dev.casesaudit.benchmark.load;

import org.jspecify.annotations.NullMarked;
