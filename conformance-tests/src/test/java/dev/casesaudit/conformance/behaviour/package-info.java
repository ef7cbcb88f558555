/** Tests of the questions. */
@NullMarked
package dev.casesaudit.conformance.behaviour;

import org.jspecify.annotations.NullMarked;
