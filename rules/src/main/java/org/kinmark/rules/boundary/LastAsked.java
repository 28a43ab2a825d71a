package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When a family was last asked about, by whatever reference: else a family that is entered anew could be watched.
///
/// Besides its own questions, those count that explained themselves by two of its people, by nobody else, or by all
/// whom it would be explained by now. One person alone makes no family: a child may live in two.
///
/// Not safe for use by several threads.
final class LastAsked {

    private static final int A_FAMILY = 2;

    private final Map<Integer, LocalDate> byFamily = new HashMap<>();
    private final Map<Integer, List<Earlier>> byPerson = new HashMap<>();

    void take(Earlier question) {
        byFamily.merge(question.family(), question.asked(), (a, b) -> a.isAfter(b) ? a : b);
        question.people()
                .forEach(person ->
                        byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(question));
    }

    /// The latest day on which it was asked about; empty where it never was.
    Optional<LocalDate> of(Family family, Question now) {
        var listed = now.listed().values().stream()
                .flatMap(List::stream)
                .map(Member::person)
                .collect(Collectors.toUnmodifiableSet());
        var explaining = now.explanations().stream().map(Explanation::person).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        Stream.ofNullable(byFamily.get(family.key())),
                        listed.stream()
                                .flatMap(person -> byPerson.getOrDefault(person, List.of()).stream())
                                .filter(question -> isTheSame(question.people(), listed, explaining))
                                .map(Earlier::asked))
                .max(LocalDate::compareTo);
    }

    private static boolean isTheSame(Set<Integer> before, Set<Integer> listed, Set<Integer> explaining) {
        var shared = new HashSet<>(before);
        shared.retainAll(listed);
        return shared.size() >= A_FAMILY
                || shared.size() == before.size()
                || (!explaining.isEmpty() && before.containsAll(explaining));
    }
}
