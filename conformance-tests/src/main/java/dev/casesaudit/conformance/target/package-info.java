/** Target profiles: the endpoint, its cases, its signing, and what it does not offer. */
@NullMarked
package dev.casesaudit.conformance.target;

import org.jspecify.annotations.NullMarked;
