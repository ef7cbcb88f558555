package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownAheadTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractShapes shapes = new ContractShapes(contract);

    @Test
    void listsAllThatOnlyTheContractKnows() {
        assertThat(onlyInTheContract()).as("unknown to the SDK, and not listed").isSubsetOf(listed());
    }

    @Test
    void listsNothingThatTheSdkKnowsToo() {
        assertThat(listed())
                .as("listed, and known to the SDK or gone from the contract")
                .isSubsetOf(onlyInTheContract());
    }

    @Test
    void listsNothingTwice() {
        assertThat(listed()).doesNotHaveDuplicates();
    }

    private static List<Map.Entry<String, String>> listed() {
        return KnownAhead.ENTRIES.stream()
                .map(entry -> Map.entry(entry.where(), entry.value()))
                .toList();
    }

    private List<Map.Entry<String, String>> onlyInTheContract() {
        List<Map.Entry<String, String>> ahead = new ArrayList<>();
        AwsOperation.enumerations()
                .forEach((name, known) -> ahead.addAll(difference(name, shapes.enumValues(name), known)));
        List<String> errors =
                ContractError.all(contract).stream().map(ContractError::name).toList();
        ahead.addAll(difference(KnownAhead.ERRORS, errors, AwsOperation.errors().keySet()));
        return ahead;
    }

    private static List<Map.Entry<String, String>> difference(
            String where, Collection<String> contract, Collection<String> sdk) {
        return contract.stream()
                .filter(value -> !sdk.contains(value))
                .map(value -> Map.entry(where, value))
                .toList();
    }
}
