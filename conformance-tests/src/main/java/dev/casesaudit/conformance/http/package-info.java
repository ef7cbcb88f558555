/** The probe: sends exactly what it is told, paced and bounded, and keeps each exchange as evidence. */
@NullMarked
package dev.casesaudit.conformance.http;

import org.jspecify.annotations.NullMarked;
