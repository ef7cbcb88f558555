package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated interface is the contract's operation in plain JAX-RS, whatever implements it. */
class GeneratedInterfaceTest {

    private final ContractOperation operation = new ContractOperation(ContractDocument.read());
    private final Method method = onlyMethod();

    @Test
    void theInterfaceHasTheRouteOfTheContract() {
        assertThat(CaseAuditApi.class.getAnnotation(Path.class))
                .extracting(Path::value)
                .isEqualTo(operation.path());
        assertThat(method.getAnnotation(POST.class)).isNotNull();
    }

    @Test
    void theOperationTakesThePathParametersAndTheBody() {
        assertThat(method.getName()).isEqualToIgnoringCase(operation.id());
        assertThat(method.getParameterTypes())
                .containsExactly(String.class, String.class, GetCaseAuditEventsRequest.class);
        assertThat(method.getReturnType()).isEqualTo(GetCaseAuditEventsResponse.class);
    }

    @Test
    void theInterfaceIsAnnotatedWithPlainJaxRsOnly() {
        assertThat(annotations(Stream.concat(
                        Stream.of(CaseAuditApi.class, method), Arrays.<Parameter>stream(method.getParameters()))))
                .containsOnly(Path.class.getPackageName());
    }

    @Test
    void theModelsAreAnnotatedWithPlainJacksonOnly() {
        assertThat(annotations(GeneratedClasses.models().stream()
                        .flatMap(model -> Stream.of(
                                        Stream.of(model),
                                        Arrays.stream(model.getDeclaredFields()),
                                        Arrays.stream(model.getDeclaredConstructors()),
                                        Arrays.stream(model.getDeclaredMethods()))
                                .flatMap(elements -> elements))))
                .containsOnly("com.fasterxml.jackson.annotation");
    }

    private static Stream<String> annotations(Stream<? extends AnnotatedElement> elements) {
        return elements.flatMap(element -> Arrays.stream(element.getAnnotations()))
                .map(Annotation::annotationType)
                .map(Class::getPackageName);
    }

    private static Method onlyMethod() {
        Method[] methods = CaseAuditApi.class.getDeclaredMethods();
        assertThat(methods).hasSize(1);
        return methods[0];
    }
}
