/** The probe: sends requests unchanged, paced and limited, and keeps each exchange as evidence. */
@NullMarked
package dev.casesaudit.conformance.http;

import org.jspecify.annotations.NullMarked;
