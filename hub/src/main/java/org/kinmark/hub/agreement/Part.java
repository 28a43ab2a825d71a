package org.kinmark.hub.agreement;

import java.util.List;

/// A part of the terms, that a page of its own is about.
enum Part {
    ABOUT,
    INDICATORS,
    PARTIES,
    AMOUNTS,
    BASES,
    CHECKS;

    private static final String MISSING = ": name at least one";

    private List<String> fields() {
        return switch (this) {
            case ABOUT -> List.of("title", "starts_on", "ends_on");
            case INDICATORS -> List.of("indicators");
            case PARTIES -> List.of("parties");
            case AMOUNTS -> List.of("caps", "retention_months");
            case BASES -> List.of("data_protection_basis", "confidentiality_basis");
            case CHECKS -> List.of("limits");
        };
    }

    /// The mistakes that are this part's; that nothing is there yet is none.
    List<String> of(List<String> mistakes) {
        return all(mistakes).stream()
                .filter(mistake -> !mistake.contains(MISSING))
                .toList();
    }

    /// Whether nothing of this part is missing or to be put right.
    boolean isComplete(Terms terms) {
        return all(ReadTerms.mistakes(terms)).isEmpty();
    }

    private List<String> all(List<String> mistakes) {
        return mistakes.stream()
                .filter(mistake -> fields().contains(mistake.split("[:.\\[]", 2)[0]))
                .toList();
    }
}
