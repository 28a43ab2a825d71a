package org.kinmark.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kinmark.rules.Consent.Coverage;
import org.kinmark.rules.Person.Capacity;
import org.kinmark.rules.Person.Competence;

/// Every field of a request with its values: a point is one value of each, and a request.
final class Space {

    private static final List<Axis<?>> AXES = new ArrayList<>();

    static final Axis<Purpose> PURPOSE = axis(List.of(Purpose.values()));
    static final Axis<Content> CONTENT = axis(List.of(Content.values()));
    static final Axis<Holder> HOLDER = axis(List.of(Holder.values()));
    static final Axis<Recipient> RECIPIENT = axis(List.of(Recipient.values()));
    /// On both sides of every age that the rules name.
    static final Axis<Integer> AGE = axis(List.of(11, 12, 15, 16, 17, 18));
    static final Axis<Capacity> CAPACITY = axis(List.of(Capacity.values()));
    static final Axis<Competence> COMPETENCE = axis(List.of(Competence.values()));
    static final Axis<Consent.State> STATE = axis(List.of(Consent.State.values()));
    static final Axis<Optional<Decider>> DECIDED_BY = axis(Stream.concat(
                    Stream.of(Optional.<Decider>empty()),
                    Arrays.stream(Decider.values()).map(Optional::of))
            .toList());
    static final Axis<Set<Coverage>> COVERS = axis(subsets(List.of(Coverage.values())));
    static final Axis<Objection> OBJECTION = axis(List.of(Objection.values()));
    static final Axis<Ground> GROUND = axis(List.of(Ground.values()));
    static final Axis<Set<Adviser>> APPROVALS = axis(subsets(List.of(Adviser.values())));
    static final Axis<LegalBasis> LEGAL_BASIS = axis(List.of(LegalBasis.values()));
    private static final List<Axis<Set<Fact>>> FACTS = Arrays.stream(Fact.values())
            .map(fact -> axis(subsets(List.of(fact))))
            .toList();

    private Space() {}

    /// One field.
    record Axis<T>(int index, List<T> values) {

        T at(int[] point) {
            return values.get(point[index]);
        }
    }

    private static <T> Axis<T> axis(List<T> values) {
        var axis = new Axis<>(AXES.size(), values);
        AXES.add(axis);
        return axis;
    }

    /// All subsets, the empty one first.
    private static <T> List<Set<T>> subsets(List<T> of) {
        return IntStream.range(0, 1 << of.size())
                .mapToObj(bits -> IntStream.range(0, of.size())
                        .filter(bit -> (bits >> bit & 1) == 1)
                        .mapToObj(of::get)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    /// All fields.
    static List<Axis<?>> axes() {
        return List.copyOf(AXES);
    }

    static Axis<?> fact(Fact fact) {
        return FACTS.get(List.of(Fact.values()).indexOf(fact));
    }

    /// The point where each field has its first value.
    static int[] origin() {
        return new int[AXES.size()];
    }

    static int[] randomPoint(RandomGenerator random) {
        return AXES.stream()
                .mapToInt(axis -> random.nextInt(axis.values().size()))
                .toArray();
    }

    /// Visits every combination of the values of some fields, the others being as they are.
    static void walk(int[] point, List<Axis<?>> over, Consumer<SharingRequest> visitor) {
        if (over.isEmpty()) {
            visitor.accept(request(point));
            return;
        }
        var axis = over.getFirst();
        for (int value = 0; value < axis.values().size(); value++) {
            var next = point.clone();
            next[axis.index()] = value;
            walk(next, over.subList(1, over.size()), visitor);
        }
    }

    static SharingRequest request(int[] point) {
        var facts = EnumSet.noneOf(Fact.class);
        FACTS.forEach(fact -> facts.addAll(fact.at(point)));
        return new SharingRequest(
                PURPOSE.at(point),
                CONTENT.at(point),
                HOLDER.at(point),
                RECIPIENT.at(point),
                facts,
                new Person(OptionalInt.of(AGE.at(point)), CAPACITY.at(point), COMPETENCE.at(point)),
                new Consent(STATE.at(point), DECIDED_BY.at(point), COVERS.at(point)),
                OBJECTION.at(point),
                GROUND.at(point),
                APPROVALS.at(point),
                LEGAL_BASIS.at(point));
    }
}
