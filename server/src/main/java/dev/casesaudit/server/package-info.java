/**
 * A mock of GetCaseAuditEvents. The way of a request: {@link dev.casesaudit.server.connection}, {@link dev.casesaudit.server.http},
 * {@link dev.casesaudit.server.auth}, {@link dev.casesaudit.server.operation}, {@link dev.casesaudit.server.request}, {@link
 * dev.casesaudit.server.throttle}, {@link dev.casesaudit.server.behaviour}, {@link dev.casesaudit.server.audit} and {@link
 * dev.casesaudit.server.page}. Errors of all of them leave by {@link dev.casesaudit.server.error}. {@link
 * dev.casesaudit.server.journal} keeps what clients sent, {@link dev.casesaudit.server.exam} judges it, and {@link
 * dev.casesaudit.server.control} is the API that configures all this.
 */
@NullMarked
package dev.casesaudit.server;

import org.jspecify.annotations.NullMarked;
