/**
 * A mock of GetCaseAuditEvents. A request comes by {@link dev.casesaudit.server.connection} and goes through {@link
 * dev.casesaudit.server.http} with {@link dev.casesaudit.server.auth}, then {@link dev.casesaudit.server.json}, then {@link dev.casesaudit.server.operation.CaseAuditResource} with
 * {@link dev.casesaudit.server.fault} and {@link dev.casesaudit.server.behaviour}, {@link dev.casesaudit.server.audit} and {@link
 * dev.casesaudit.server.page}; {@link dev.casesaudit.server.error} answers for all of them. {@link
 * dev.casesaudit.server.journal} keeps what came, {@link dev.casesaudit.server.exam} judges by it, and {@link
 * dev.casesaudit.server.control} is how all this is told what to do.
 */
@NullMarked
package dev.casesaudit.server;

import org.jspecify.annotations.NullMarked;
