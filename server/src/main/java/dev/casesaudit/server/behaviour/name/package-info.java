/** Lists of names in fixtures, headers and the control API. */
@NullMarked
package dev.casesaudit.server.behaviour.name;

import org.jspecify.annotations.NullMarked;
