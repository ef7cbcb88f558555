/** SigV4 signatures: reads them from a request, recomputes and compares them. */
@NullMarked
package dev.casesaudit.server.auth;

import org.jspecify.annotations.NullMarked;
