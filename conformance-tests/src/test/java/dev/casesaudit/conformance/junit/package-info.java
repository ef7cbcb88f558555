/** Tests of the JUnit face, and the face itself for an endpoint that is named when the build is started. */
@NullMarked
package dev.casesaudit.conformance.junit;

import org.jspecify.annotations.NullMarked;
