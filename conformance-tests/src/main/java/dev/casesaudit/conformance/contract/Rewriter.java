package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Rewrites the values of a body. */
public interface Rewriter {

    /**
     * Returns the new value of a member of the contract.
     *
     * @param member such as {@code UserUnion.userArn}
     * @param value a string, a number or a boolean, as the contract requires
     */
    default JsonNode known(String member, JsonNode value) {
        return value;
    }

    /** Returns the new value in place of one of a wrong type. */
    default JsonNode mistyped(JsonNode value) {
        return value;
    }

    /**
     * Returns the new value of a member that the contract does not have, or empty to remove the member.
     *
     * @param arm whether it may be an arm of a union
     */
    Optional<JsonNode> unknown(String pointer, boolean arm, JsonNode value);
}
