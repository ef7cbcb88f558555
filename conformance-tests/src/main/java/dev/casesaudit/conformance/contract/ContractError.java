package dev.casesaudit.conformance.contract;

/** An error that the contract declares, and the HTTP status it comes with. */
public record ContractError(String name, int status) {}
