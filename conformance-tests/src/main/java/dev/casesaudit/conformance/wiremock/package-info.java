/** Exports the seeded world as WireMock mappings. */
@NullMarked
package dev.casesaudit.conformance.wiremock;

import org.jspecify.annotations.NullMarked;
