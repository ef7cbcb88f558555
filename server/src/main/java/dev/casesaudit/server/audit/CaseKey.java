package dev.casesaudit.server.audit;

/** Identifies a case. The same case id in two domains is two cases. */
public record CaseKey(String domainId, String caseId) {}
