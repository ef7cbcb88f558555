/** The parts of a request, measured with JMH. */
@NullMarked
package dev.casesaudit.benchmark.micro;

import org.jspecify.annotations.NullMarked;
