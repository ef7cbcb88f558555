package dev.casesaudit.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of a setting, as an operator writes it: of a number, a duration or a size; for a text, of its length in
 * UTF-8 bytes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Range {

    String least() default "";

    /** The exclusive lower bound. */
    String above() default "";

    String most() default "";
}
