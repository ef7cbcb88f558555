/** Misbehaviour on request, as the users of an SDK meet it: the packaged jar, a real client, and what the control API says of both. */
@NullMarked
package dev.casesaudit.server.misbehaviour;

import org.jspecify.annotations.NullMarked;
