/**
 * Who may call: SigV4 signatures, read from a request, recomputed and compared.
 */
@NullMarked
package dev.casesaudit.server.auth;

import org.jspecify.annotations.NullMarked;
