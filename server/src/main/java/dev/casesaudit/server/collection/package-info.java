/** Collections that the JDK does not have. */
@NullMarked
package dev.casesaudit.server.collection;

import org.jspecify.annotations.NullMarked;
