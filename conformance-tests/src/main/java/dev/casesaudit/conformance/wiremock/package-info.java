/** Writes the seeded world as WireMock mappings, for those who have a WireMock and not the mock. */
@NullMarked
package dev.casesaudit.conformance.wiremock;

import org.jspecify.annotations.NullMarked;
