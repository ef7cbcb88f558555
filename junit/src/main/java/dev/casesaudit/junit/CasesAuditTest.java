package dev.casesaudit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives each test that has a parameter {@link CasesAudit} a domain of its own in the mock. */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CasesAuditExtension.class)
public @interface CasesAuditTest {

    /** Whether clients that name no endpoint are sent to the mock, as {@link CasesAudit#redirectSdk} does it. */
    boolean redirectSdk() default false;
}
