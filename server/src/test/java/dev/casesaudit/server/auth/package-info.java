/** Tests of who may call. */
@NullMarked
package dev.casesaudit.server.auth;

import org.jspecify.annotations.NullMarked;
