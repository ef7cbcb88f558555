package dev.casesaudit.conformance.wiremock;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.ContractError;

/** The errors of the contract, by their names. That it has them is this package's claim. */
record Errors(Contract contract) {

    ContractError named(String name) {
        return contract.error(name)
                .orElseThrow(() -> new IllegalStateException("the contract has no error '%s'".formatted(name)));
    }
}
