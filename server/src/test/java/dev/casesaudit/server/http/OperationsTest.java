package dev.casesaudit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.EncodedJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final ServiceOperation<?> AUDIT = new Named("GetCaseAuditEvents");

    @Test
    void takeMethodAndPathFromTheContract() {
        Operations operations = new Operations(Contract.operation(), List.of(AUDIT));

        assertThat(operations.find("POST", "/domains/a/cases/b%2Fc/audit-history"))
                .isEqualTo(new Operations.Call(AUDIT, new CaseKey("a", "b/c")));
        assertThatThrownBy(() -> operations.find("GET", "/domains/a/cases/b/audit-history"))
                .isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> operations.find("POST", "/domains/a/cases/b")).isInstanceOf(ServiceException.class);
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
                .isThrownBy(() -> new Operations(Contract.operation(), List.of(AUDIT, new Named("DeleteCase"))))
                .withMessage("The contract has no operations [DeleteCase]");
    }

    private record Named(String id) implements ServiceOperation<String> {

        @Override
        public String read(byte[] body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isValid(String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EncodedJson answer(String body, CurrentRequest current) {
            throw new UnsupportedOperationException();
        }
    }
}
