package dev.casesaudit.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** What the AWS SDK knows of GetCaseAuditEvents: its shapes, enumerations and errors, none of them listed by hand. */
final class AwsOperation {

    private AwsOperation() {}

    static SdkPojo input() {
        return GetCaseAuditEventsRequest.builder().build();
    }

    static Map<String, SdkPojo> outputShapes() {
        return AwsShapes.reachedFrom(GetCaseAuditEventsResponse.builder().build());
    }

    /** Returns the values of every enumeration in the output, by the enumeration's name. */
    static Map<String, Set<String>> enumerations() {
        Map<String, Set<String>> enumerations = new TreeMap<>();
        outputShapes().values().stream()
                .flatMap(AwsShapes::enumerations)
                .forEach(type -> enumerations.put(type.getSimpleName(), knownValues(type)));
        return enumerations;
    }

    /** Returns the errors that the client declares for the operation, by name. */
    static Map<String, SdkPojo> errors() {
        Map<String, SdkPojo> errors = new TreeMap<>();
        Arrays.stream(clientMethod().getExceptionTypes())
                .filter(type -> type.getSuperclass() == ConnectCasesException.class)
                .forEach(type -> errors.put(type.getSimpleName(), builder(type)));
        return errors;
    }

    private static Method clientMethod() {
        try {
            return ConnectCasesClient.class.getMethod("getCaseAuditEvents", GetCaseAuditEventsRequest.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SdkPojo builder(Class<?> shape) {
        return (SdkPojo) callStatic(shape, "builder");
    }

    private static Set<String> knownValues(Class<?> enumeration) {
        Set<String> values = new TreeSet<>();
        ((Collection<?>) callStatic(enumeration, "knownValues")).forEach(value -> values.add(value.toString()));
        return values;
    }

    private static Object callStatic(Class<?> type, String method) {
        try {
            return type.getMethod(method).invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
