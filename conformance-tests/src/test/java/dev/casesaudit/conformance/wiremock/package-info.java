/** Tests of the WireMock mappings, without WireMock. */
@NullMarked
package dev.casesaudit.conformance.wiremock;

import org.jspecify.annotations.NullMarked;
