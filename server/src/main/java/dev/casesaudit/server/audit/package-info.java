/**
 * Audit histories: what the mock's world holds, event by event, in the form in which it leaves.
 */
@NullMarked
package dev.casesaudit.server.audit;

import org.jspecify.annotations.NullMarked;
