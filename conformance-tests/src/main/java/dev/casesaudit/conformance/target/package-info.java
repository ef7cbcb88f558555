/** What the owner of an endpoint says of it: where it is, how to sign, which cases to use, and what it does not offer. */
@NullMarked
package dev.casesaudit.conformance.target;

import org.jspecify.annotations.NullMarked;
