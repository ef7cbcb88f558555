/** Audit histories: the domains, cases and events of the mock, each event encoded once. */
@NullMarked
package dev.casesaudit.server.audit;

import org.jspecify.annotations.NullMarked;
