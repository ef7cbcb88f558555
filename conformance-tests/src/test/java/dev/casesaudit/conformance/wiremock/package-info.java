/** Tests of the mappings that are written for WireMock, without one. */
@NullMarked
package dev.casesaudit.conformance.wiremock;

import org.jspecify.annotations.NullMarked;
