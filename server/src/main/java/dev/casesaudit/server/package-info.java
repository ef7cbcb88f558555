/**
 * A mock of GetCaseAuditEvents. A request passes {@link dev.casesaudit.server.connection}, {@link
 * dev.casesaudit.server.http}, {@link dev.casesaudit.server.auth}, {@link dev.casesaudit.server.operation}, {@link
 * dev.casesaudit.server.request}, {@link dev.casesaudit.server.throttle}, {@link dev.casesaudit.server.behaviour},
 * {@link dev.casesaudit.server.audit} and {@link dev.casesaudit.server.page}. Errors of all of them are sent by {@link
 * dev.casesaudit.server.error}. {@link dev.casesaudit.server.journal} records requests, {@link
 * dev.casesaudit.server.exam} judges them, and {@link dev.casesaudit.server.control} is the control API.
 */
@NullMarked
package dev.casesaudit.server;

import org.jspecify.annotations.NullMarked;
