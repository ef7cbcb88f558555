/** Tests of {@code dev.casesaudit.server.behaviour.fault}. */
@NullMarked
package dev.casesaudit.server.behaviour.fault;

import org.jspecify.annotations.NullMarked;
