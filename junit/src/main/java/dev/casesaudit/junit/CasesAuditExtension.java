package dev.casesaudit.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Gives each test its own {@link CasesAudit}: by {@link CasesAuditTest}, or as a field with {@code @RegisterExtension}.
 *
 * <p>A test gets it as a parameter of its method and of its {@code @BeforeEach} and {@code @AfterEach}. Those of
 * {@code @BeforeAll} and {@code @AfterAll} get the one of their class.
 */
public final class CasesAuditExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final String MOCK = "mock";
    private static final String REDIRECT = "redirect";
    private static final Namespace OF_RUN = Namespace.create(CasesAuditExtension.class);

    private static final ThreadLocal<@Nullable ExtensionContext> CURRENT = new ThreadLocal<>();

    private boolean redirectsSdk;

    /** What a store does when its context ends: JUnit 5.10 closes the one of these types, later versions the other. */
    private record AtEnd(Runnable action) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            action.run();
        }
    }

    /** Also sends clients that name no endpoint to the mock: see {@link CasesAudit#redirectSdk}. */
    public CasesAuditExtension redirectSdk() {
        redirectsSdk = true;
        return this;
    }

    /**
     * Returns the part of the test that this thread runs.
     *
     * @throws IllegalStateException if this thread runs none, such as one that the test has started
     */
    public CasesAudit cases() {
        ExtensionContext context = CURRENT.get();
        if (context == null) {
            throw new IllegalStateException(
                    "This thread runs no test. Take CasesAudit as a parameter of the test, and pass it on.");
        }
        return of(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        begin(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CURRENT.set(context);
        begin(context);
    }

    // The mock starts while others set up the test.
    private void begin(ExtensionContext context) {
        MockProcess mock = mock(context);
        boolean isAsked = AnnotationSupport.findAnnotation(context.getElement(), CasesAuditTest.class)
                .map(CasesAuditTest::redirectSdk)
                .orElse(false);
        if (redirectsSdk || isAsked) {
            SdkRedirect.begin(mock.endpoint());
            own(context).put(REDIRECT, new AtEnd(SdkRedirect::end));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CURRENT.remove();
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    private static void end(ExtensionContext context) {
        CasesAudit cases = own(context).remove(CasesAudit.class, CasesAudit.class);
        if (cases != null) {
            try (cases) {
                context.getExecutionException()
                        .filter(failure -> !(failure instanceof TestAbortedException))
                        .ifPresent(failure -> System.err.println(report(context, cases)));
            }
        }
    }

    private static String report(ExtensionContext context, CasesAudit cases) {
        return "What the Cases Audit mock saw of "
                + context.getRequiredTestClass().getSimpleName() + " > " + context.getDisplayName() + ", domain "
                + cases.domain() + ":\n" + cases.callsAsTable();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() != CasesAudit.class) {
            return false;
        }
        if (parameter.getDeclaringExecutable() instanceof Method) {
            return true;
        }
        throw new ParameterResolutionException("A constructor belongs to no test: take CasesAudit as a parameter of the"
                + " test method or of a method with @BeforeEach");
    }

    @Override
    public CasesAudit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    private static CasesAudit of(ExtensionContext context) {
        return own(context).getOrComputeIfAbsent(CasesAudit.class, key -> create(context), CasesAudit.class);
    }

    private static CasesAudit create(ExtensionContext context) {
        String name = context.getTestMethod()
                .map(Method::getName)
                .orElseGet(() -> context.getRequiredTestClass().getSimpleName())
                .replaceAll("[^A-Za-z0-9]", "");
        CasesAudit cases = CasesAudit.inDomain(mock(context), name.isEmpty() ? "test" : name);
        configure(cases, context);
        return cases;
    }

    // From the outermost class to the method.
    private static void configure(CasesAudit cases, ExtensionContext context) {
        context.getParent().ifPresent(parent -> configure(cases, parent));
        Optional<Behaviour> behaviour = AnnotationSupport.findAnnotation(context.getElement(), Behaviour.class);
        behaviour.ifPresent(wanted -> {
            ifSet(wanted.faults(), script -> cases.faults(script, wanted.calls()));
            ifSet(wanted.pages(), cases::pages);
            ifSet(wanted.tomorrow(), cases::tomorrow);
            if (wanted.rateLimit() > 0) {
                cases.rateLimit(wanted.rateLimit(), wanted.burst());
            }
        });
    }

    private static void ifSet(String value, Consumer<String> setting) {
        if (!value.isEmpty()) {
            setting.accept(value);
        }
    }

    private static MockProcess mock(ExtensionContext context) {
        context.getRoot()
                .getStore(OF_RUN)
                .getOrComputeIfAbsent(
                        MOCK,
                        key -> {
                            SharedMock.beginRun();
                            return new AtEnd(SharedMock::endRun);
                        },
                        AtEnd.class);
        return SharedMock.get();
    }

    // Of this context alone: a store also shows what its parents have.
    private static ExtensionContext.Store own(ExtensionContext context) {
        return context.getStore(Namespace.create(CasesAuditExtension.class, context.getUniqueId()));
    }
}
