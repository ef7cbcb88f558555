/** Tests of {@code dev.casesaudit.server.fault}. */
@NullMarked
package dev.casesaudit.server.fault;

import org.jspecify.annotations.NullMarked;
