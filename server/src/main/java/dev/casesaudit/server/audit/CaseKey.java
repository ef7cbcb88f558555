package dev.casesaudit.server.audit;

/** Names a case. The same case id in two domains is two cases. */
public record CaseKey(String domainId, String caseId) {}
