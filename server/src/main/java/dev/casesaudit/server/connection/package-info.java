/**
 * Connections, before there is a request on them: how many and for how long, whose turn it is, answers to what is not HTTP, and the
 * end of all when the mock stops. The server outlives a reload of dev mode, and with it what is here: to see a change, start anew.
 */
@NullMarked
package dev.casesaudit.server.connection;

import org.jspecify.annotations.NullMarked;
