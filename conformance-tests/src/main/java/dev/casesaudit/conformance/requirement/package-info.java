/** What is demanded of an endpoint, by whom, and how strongly; and what is left out, and why. */
@NullMarked
package dev.casesaudit.conformance.requirement;

import org.jspecify.annotations.NullMarked;
