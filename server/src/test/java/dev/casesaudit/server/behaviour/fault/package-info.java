/** Tests of {@code dev.casesaudit.server.fault}. */
@NullMarked
package dev.casesaudit.server.behaviour.fault;

import org.jspecify.annotations.NullMarked;
