/** A hand-written conformant server. Flaws and oddities each override one method. */
@NullMarked
package dev.casesaudit.conformance.stub;

import org.jspecify.annotations.NullMarked;
