/** Tests of the parts that checks share. */
@NullMarked
package dev.casesaudit.conformance.check;

import org.jspecify.annotations.NullMarked;
