/** Tests of {@code dev.casesaudit.server.contract}. */
@NullMarked
package dev.casesaudit.server.contract;

import org.jspecify.annotations.NullMarked;
