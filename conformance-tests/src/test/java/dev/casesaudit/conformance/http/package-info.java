/** What the probe sends, and what it makes of answers. */
@NullMarked
package dev.casesaudit.conformance.http;

import org.jspecify.annotations.NullMarked;
