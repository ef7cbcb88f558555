/** Lists of names that a user writes, read strictly. */
@NullMarked
package dev.casesaudit.server.behaviour.name;

import org.jspecify.annotations.NullMarked;
