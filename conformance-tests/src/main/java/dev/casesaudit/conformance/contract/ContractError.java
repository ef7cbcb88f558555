package dev.casesaudit.conformance.contract;

/** An error of the contract and its HTTP status. */
public record ContractError(String name, int status) {}
