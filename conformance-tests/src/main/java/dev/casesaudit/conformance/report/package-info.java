/** Tells what a run came to, in several forms made from one result, and keeps secrets and sensitive values out of all of them. */
@NullMarked
package dev.casesaudit.conformance.report;

import org.jspecify.annotations.NullMarked;
