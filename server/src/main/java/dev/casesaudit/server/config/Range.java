package dev.casesaudit.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a setting: of a number, a time or a size, as an operator would write it; of a text, its length in bytes of UTF-8. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Range {

    /** The least value. */
    String least() default "";

    /** A value that is too small by as little as can be. */
    String above() default "";

    /** The largest value. */
    String most() default "";
}
