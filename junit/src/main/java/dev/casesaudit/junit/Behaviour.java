package dev.casesaudit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the mock serves the domain of a test. The elements of a method take precedence over those of its class, each by
 * itself. The page {@code docs/behaviour.md} lists what can be set.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Behaviour {

    /** A fault script, such as {@code Throttling*2, ok}. */
    String faults() default "";

    /** How many SDK calls the script is for; 0 for all. */
    int calls() default 0;

    /** Names of awkward pages, such as {@code short-pages, null-token}. */
    String pages() default "";

    /** Names of members that no SDK knows yet, such as {@code all}. */
    String tomorrow() default "";

    /** How many requests a second are served before they are throttled; 0 for no limit. */
    double rateLimit() default 0;

    /** How many requests may come at once where there is a rate limit. */
    int burst() default 1;
}
