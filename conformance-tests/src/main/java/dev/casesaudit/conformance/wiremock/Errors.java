package dev.casesaudit.conformance.wiremock;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.ContractError;
import java.util.Locale;

/** The errors of the contract by name. */
record Errors(Contract contract) {

    ContractError named(String name) {
        return contract.error(name)
                .orElseThrow(() ->
                        new IllegalStateException(String.format(Locale.ROOT, "the contract has no error '%s'", name)));
    }
}
