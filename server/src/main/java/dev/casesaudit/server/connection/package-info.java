/**
 * Connections before their requests: limits and timeouts, the order of pipelined requests, responses to invalid HTTP,
 * and the graceful stop. The server outlives a reload in dev mode, and so does this package: restart to see a change.
 */
@NullMarked
package dev.casesaudit.server.connection;

import org.jspecify.annotations.NullMarked;
