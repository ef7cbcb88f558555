/**
 * A mock of GetCaseAuditEvents. A request goes through {@link dev.casesaudit.server.http}, then {@link
 * dev.casesaudit.server.json}, then {@link dev.casesaudit.server.CaseAuditResource} with {@link
 * dev.casesaudit.server.page} and {@link dev.casesaudit.server.audit}; {@link dev.casesaudit.server.error} answers for all of
 * them.
 */
@NullMarked
package dev.casesaudit.server;

import org.jspecify.annotations.NullMarked;
