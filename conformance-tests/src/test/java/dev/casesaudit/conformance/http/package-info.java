/** What the probe sends, and what it makes of responses. */
@NullMarked
package dev.casesaudit.conformance.http;

import org.jspecify.annotations.NullMarked;
