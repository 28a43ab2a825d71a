package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whom a round asks about: every check, over families in the order of their import. One is kept off where it fails a
/// check by itself, and where with it something would be told of those taken before it, or asked about earlier.
///
/// @param refusals why the round may not be opened at all; none where it may
/// @param families the key of each family, in the order given, with what was decided about it
public record Selection(List<KeptOff> refusals, Map<Integer, Outcome> families) {

    /// About one family.
    public sealed interface Outcome {

        /// It is asked about.
        ///
        /// @param waived the checks that it would not have passed
        record Asked(Question question, Set<Check> waived) implements Outcome {}

        /// It is kept off.
        ///
        /// @param why at least one reason
        record NotAsked(List<KeptOff> why) implements Outcome {}
    }

    /// Everything that the checks read: what the family team knows anyway.
    ///
    /// @param families in the order of their import
    /// @param asOf the round's opening day
    /// @param earlier the team's questions since [Earlier#since], under any agreement, none of a void round
    /// @param waivers for a family's key, the checks that a Caldicott Guardian waived
    public record Plan(
            List<Family> families,
            List<Service> services,
            List<Indicator> indicators,
            Limits limits,
            Caps caps,
            LocalDate asOf,
            Collection<Earlier> earlier,
            Map<Integer, Set<Check>> waivers) {}

    /// Decides for each family of a plan.
    public static Selection of(Plan plan) {
        return new Selecting(plan).all();
    }

    /// Whether the round may be opened.
    public boolean mayOpen() {
        return refusals.isEmpty();
    }

    /// The families asked about, by key.
    public Map<Integer, Question> asked() {
        var asked = new LinkedHashMap<Integer, Question>();
        families.forEach((key, outcome) -> {
            if (outcome instanceof Outcome.Asked(var question, var _)) {
                asked.put(key, question);
            }
        });
        return asked;
    }

    private static final class Selecting {

        private final Plan plan;
        private final Subtraction subtraction;
        private final LastAsked lastAsked = new LastAsked();
        private final Map<Service, Integer> onList = new HashMap<>();
        private final Map<Service, Integer> order = new HashMap<>();
        private final Map<String, List<Service>> byPractice = new HashMap<>();
        private final List<Service> areaWide = new ArrayList<>();
        private int taken;

        Selecting(Plan plan) {
            this.plan = plan;
            for (var service : plan.services()) {
                order.put(service, order.size());
                switch (service) {
                    case Service.Practice practice ->
                        byPractice
                                .computeIfAbsent(practice.odsCode(), _ -> new ArrayList<>())
                                .add(practice);
                    case Service.AreaWide wide -> areaWide.add(wide);
                }
            }
            this.subtraction = new Subtraction(plan.limits());
            plan.earlier().forEach(lastAsked::take);
            plan.earlier().stream()
                    .filter(question -> question.tellsStill(plan.asOf()))
                    .forEach(question -> subtraction.take(question.explanations()));
        }

        Selection all() {
            var agreement = Checks.ofAgreement(plan.indicators(), plan.limits());
            var families = new LinkedHashMap<Integer, Outcome>();
            plan.families().forEach(family -> families.put(family.key(), one(family)));
            var refusals = new ArrayList<KeptOff>();
            agreement.ifPresent(refusals::add);
            if (!plan.limits().reached(Limit.FAMILIES_IN_ROUND, taken)) {
                refusals.add(new KeptOff.TooFewFamilies(taken, plan.limits().atLeast(Limit.FAMILIES_IN_ROUND)));
            }
            return new Selection(refusals, families);
        }

        private Outcome one(Family family) {
            var question = Question.of(family.members(), near(family), plan.indicators(), plan.asOf());
            var waivers = plan.waivers().getOrDefault(family.key(), Set.of());
            var failed = Stream.of(
                            Checks.ofFamily(question, plan.limits()).stream(),
                            again(family, question).stream(),
                            subtraction(question).stream(),
                            cap(question).stream())
                    .<KeptOff>flatMap(reasons -> reasons)
                    .toList();
            var standing = failed.stream()
                    .filter(reason -> !reason.check().isWaivable() || !waivers.contains(reason.check()))
                    .toList();
            if (!standing.isEmpty()) {
                return new Outcome.NotAsked(standing);
            }
            take(family, question);
            return new Outcome.Asked(
                    question, Set.copyOf(failed.stream().map(KeptOff::check).toList()));
        }

        /// The services that could know someone of a family at all, in the order given: a large area has more practices
        /// than could be gone through for each of its families.
        private List<Service> near(Family family) {
            var practices = family.members().stream()
                    .flatMap(member -> member.practice().stream())
                    .distinct()
                    .flatMap(code -> byPractice.getOrDefault(code, List.of()).stream());
            return Stream.concat(practices, areaWide.stream())
                    .sorted(Comparator.comparing(order::get))
                    .toList();
        }

        private Optional<KeptOff> again(Family family, Question question) {
            var asked = lastAsked
                    .of(family, question)
                    .map(day -> day.plusMonths(plan.limits().atLeast(Limit.MONTHS_BETWEEN)));
            var declined =
                    family.declined().map(day -> day.plusMonths(plan.limits().atLeast(Limit.MONTHS_AFTER_DECLINING)));
            return Stream.concat(asked.stream(), declined.stream())
                    .max(LocalDate::compareTo)
                    .filter(plan.asOf()::isBefore)
                    .map(KeptOff.TooSoon::new);
        }

        private Optional<KeptOff> subtraction(Question question) {
            return subtraction
                    .refusal(question.explanations())
                    .map(left -> new KeptOff.TooLittleRemains(left.people(), left.indicators(), left.kinds()));
        }

        private Optional<KeptOff> cap(Question question) {
            if (taken >= plan.caps().families()) {
                return Optional.of(new KeptOff.OverTheCap(plan.caps().families()));
            }
            int cap = plan.caps().onOneList();
            return question.listed().keySet().stream().anyMatch(service -> onList.getOrDefault(service, 0) >= cap)
                    ? Optional.of(new KeptOff.OverTheCap(cap))
                    : Optional.empty();
        }

        private void take(Family family, Question question) {
            taken++;
            lastAsked.take(new Earlier(family.key(), plan.asOf(), question.explanations()));
            subtraction.take(question.explanations());
            question.listed().keySet().forEach(service -> onList.merge(service, 1, Integer::sum));
        }
    }
}
