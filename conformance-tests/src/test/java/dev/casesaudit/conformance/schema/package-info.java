/** Tests of the JSON schemas by which editors complete and check target profiles and known failures. */
@NullMarked
package dev.casesaudit.conformance.schema;

import org.jspecify.annotations.NullMarked;
