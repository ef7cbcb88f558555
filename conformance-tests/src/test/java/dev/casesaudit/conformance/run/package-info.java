/** From preflight to verdict. */
@NullMarked
package dev.casesaudit.conformance.run;

import org.jspecify.annotations.NullMarked;
