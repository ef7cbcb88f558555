/** Has the conformance kit judge the packaged mock. */
@NullMarked
package dev.casesaudit.server.conformance;

import org.jspecify.annotations.NullMarked;
