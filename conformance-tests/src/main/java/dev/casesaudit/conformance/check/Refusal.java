package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.ContractError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The errors that are right for a request. */
public record Refusal(List<ContractError> allowed) {

    public Refusal {
        allowed = List.copyOf(allowed);
    }

    public static Refusal of(Contract contract, String... names) {
        return new Refusal(Arrays.stream(names)
                .map(name -> contract.error(name)
                        .orElseThrow(() -> new IllegalStateException("the contract has no error " + name)))
                .toList());
    }

    /** The refusal of a request that breaks a constraint. */
    public static Refusal invalid(Contract contract) {
        return of(contract, "ValidationException");
    }

    /** The refusal of a body that cannot be read, for which services use either error. */
    public static Refusal malformed(Contract contract) {
        return of(contract, "SerializationException", "ValidationException");
    }

    boolean allows(int status, String name) {
        return allowed.contains(new ContractError(name, status));
    }

    boolean allows(int status) {
        return allowed.stream().anyMatch(error -> error.status() == status);
    }

    @Override
    public String toString() {
        return allowed.stream()
                .map(error -> String.format(Locale.ROOT, "%d %s", error.status(), error.name()))
                .collect(Collectors.joining(" or "));
    }
}
