package dev.casesaudit.server.http;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.request.OperationInput;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of the contract, with their routes and implementations. */
@Singleton
class Operations {

    private final List<Served> all = new ArrayList<>();

    Operations(Contract contract, @All List<ServiceOperation> implementations) {
        Map<String, ServiceOperation> byId =
                implementations.stream().collect(Collectors.toMap(ServiceOperation::id, Function.identity()));
        contract.operations().forEach(operation -> {
            ServiceOperation implementation = byId.remove(operation.id());
            if (implementation == null) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "The operation %s has no implementation", operation.id()));
            }
            all.add(new Served(
                    new OperationRoute(operation.method(), operation.path()),
                    operation,
                    new OperationInput(operation),
                    implementation));
        });
        if (!byId.isEmpty()) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "The contract has no operations %s", byId.keySet()));
        }
    }

    /**
     * Returns the operation that a request calls.
     *
     * @param path as in the request line, without the query
     * @throws ServiceException an UnknownOperationException if no operation has this route; a SerializationException if
     * its path is not percent-encoded UTF-8
     */
    Call find(String method, String path) {
        for (Served served : all) {
            Optional<List<String>> labels = served.route().read(method, path);
            if (labels.isPresent()) {
                return new Call(served, labels.get());
            }
        }
        throw new ServiceException(
                ErrorType.UNKNOWN_OPERATION,
                OtherOperations.find(method, path)
                        .map(id -> String.format(Locale.ROOT, "%s is not simulated", id))
                        .orElseGet(() -> String.format(Locale.ROOT, "No operation answers %s %s", method, path)));
    }

    /** An operation: its route, contract, input and implementation. */
    record Served(
            OperationRoute route, Contract.Operation contract, OperationInput input, ServiceOperation implementation) {}

    /**
     * The operation that a request calls.
     *
     * @param labels those of its path, in their order
     */
    record Call(Served served, List<String> labels) {}
}
