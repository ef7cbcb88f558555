package dev.casesaudit.conformance.behaviour;

/** What a target answered to a question. */
public record Observation(String id, String question, String answer) {}
