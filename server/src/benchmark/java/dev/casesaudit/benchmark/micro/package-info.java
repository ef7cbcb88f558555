/** The parts of a request by themselves, for JMH. */
@NullMarked
package dev.casesaudit.benchmark.micro;

import org.jspecify.annotations.NullMarked;
