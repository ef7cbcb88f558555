package dev.casesaudit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.EncodedJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesRequest;

class OperationsTest {

    private static final List<ServiceOperation> ALL = Contract.operation().operations().stream()
            .<ServiceOperation>map(operation -> new Named(operation.id()))
            .toList();

    private final Operations operations = new Operations(Contract.operation(), ALL);

    @ParameterizedTest
    @CsvSource({
        "GetCaseAuditEvents, POST, /domains/a/cases/b%2Fc/audit-history, a b/c",
        "GetCaseAuditEvents, POST, /domains/a/cases/b%2Fc/audit-history/, a b/c",
        "GetCaseAuditEvents, POST, /domains//cases//audit-history, ' '",
        "CreateCase, POST, /domains/a%20b/cases, a b",
        "CreateCase, POST, /domains/a/cases/, a",
        "GetCase, POST, /domains/a/cases/b, a b",
        "UpdateCase, PUT, /domains/a/cases/b/, a b",
        "DeleteCase, DELETE, /domains/a/cases/%E2%82%AC, a €",
        "CreateRelatedItem, POST, /domains/a/cases/b/related-items/, a b",
        "CreateRelatedItem, POST, /domains/a/cases/b/related-items, a b",
        "UpdateRelatedItem, PUT, /domains/a/cases/b/related-items/c, a b c",
        "DeleteRelatedItem, DELETE, /domains/a/cases/b/related-items/c/, a b c",
        "ListFields, POST, /domains/a/fields-list, a",
    })
    void takeMethodAndPathFromTheContract(String id, String method, String path, String labels) {
        Operations.Call call = operations.find(method, path);

        assertThat(call.served().implementation().id()).isEqualTo(id);
        assertThat(String.join(" ", call.labels())).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /domains/a/cases-search, SearchCases is not simulated",
        "POST, /domains/a/cases/b/related-items-search, SearchRelatedItems is not simulated",
        "POST, /domains-list, ListDomains is not simulated",
        "GET, /tags/arn%3Aaws, ListTagsForResource is not simulated",
        "GET, /domains/a/cases/b/audit-history, No operation answers GET /domains/a/cases/b/audit-history",
        "PATCH, /domains/a/cases/b, No operation answers PATCH /domains/a/cases/b",
        "POST, /domains/a/cases/b/c, No operation answers POST /domains/a/cases/b/c",
        "POST, /domain/a/cases, No operation answers POST /domain/a/cases",
        "POST, domains/a/cases, No operation answers POST domains/a/cases",
        "POST, /, No operation answers POST /",
    })
    void refuseEveryOtherRequestAndNameTheOperationIfTheServiceHasIt(String method, String path, String message) {
        assertThatThrownBy(() -> operations.find(method, path)).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.error().status()).isEqualTo(404);
            assertThat(e.error().message()).isEqualTo(message);
        });
    }

    @Test
    void knowEachOperationOfTheServiceOnce() {
        List<String> ofTheSdk = Arrays.stream(ConnectCasesClient.class.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && ConnectCasesRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && !method.getName().endsWith("Paginator"))
                .map(method -> method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1))
                .toList();

        assertThat(Stream.concat(OtherOperations.names().stream(), ALL.stream().map(ServiceOperation::id)))
                // Which the SDK for Java does not have yet.
                .filteredOn(id -> !id.equals("UpdateRelatedItem"))
                .containsExactlyInAnyOrderElementsOf(ofTheSdk);
    }

    @Test
    void refuseAContractWithAnOperationThatNobodyImplements() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Operations(Contract.operation(), List.of()))
                .withMessage("The operation GetCaseAuditEvents has no implementation");
    }

    @Test
    void refuseAnImplementationOfAnOperationThatTheContractDoesNotHave() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Operations(
                        Contract.operation(),
                        Stream.concat(ALL.stream(), Stream.of(new Named("SearchCases")))
                                .toList()))
                .withMessage("The contract has no operations [SearchCases]");
    }

    private record Named(String id) implements ServiceOperation {

        @Override
        public EncodedJson answer(Map<String, Object> input, CurrentRequest current) {
            throw new UnsupportedOperationException();
        }
    }
}
