package org.kinmark.rules.boundary;

import static org.kinmark.rules.boundary.Limit.INDICATORS;
import static org.kinmark.rules.boundary.Limit.INDICATOR_GROUPS;
import static org.kinmark.rules.boundary.Limit.KINDS_ASKED;
import static org.kinmark.rules.boundary.Limit.MEMBERS_LISTED;
import static org.kinmark.rules.boundary.Limit.SERVICES_ASKED;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kinmark.rules.boundary.KeptOff.TooFewExplanations;
import org.kinmark.rules.boundary.KeptOff.TooFewIndicators;
import org.kinmark.rules.boundary.KeptOff.TooFewMembers;
import org.kinmark.rules.boundary.KeptOff.TooFewServices;

/// The checks that a list passes before it goes.
public final class Checks {

    private Checks() {}

    /// Whether the agreement's indicators are too few for any family.
    public static Optional<TooFewIndicators> ofAgreement(Collection<Indicator> indicators, Limits limits) {
        int ids = distinct(indicators, Indicator::id);
        int groups = distinct(indicators, Indicator::group);
        return limits.reached(INDICATORS, ids) && limits.reached(INDICATOR_GROUPS, groups)
                ? Optional.empty()
                : Optional.of(new TooFewIndicators(ids, groups));
    }

    /// Every check that keeps one family off, judged by itself, in a fixed order; none where it may be asked about.
    public static List<KeptOff> ofFamily(Question question, Limits limits) {
        return Stream.<Optional<? extends KeptOff>>of(
                        services(question.countedServices(), limits),
                        members(question.people(), limits),
                        explanations(question.explanations(), limits))
                .<KeptOff>flatMap(Optional::stream)
                .toList();
    }

    private static Optional<TooFewServices> services(Set<Service> asked, Limits limits) {
        int kinds = distinct(asked, Service::kind);
        return limits.reached(SERVICES_ASKED, asked.size()) && limits.reached(KINDS_ASKED, kinds)
                ? Optional.empty()
                : Optional.of(new TooFewServices(asked.size(), kinds));
    }

    private static Optional<TooFewMembers> members(Set<Integer> people, Limits limits) {
        return limits.reached(MEMBERS_LISTED, people.size())
                ? Optional.empty()
                : Optional.of(new TooFewMembers(people.size()));
    }

    /// A unit of the council explains as any service does, for people and indicators; its kind adds no kind.
    private static Optional<TooFewExplanations> explanations(Set<Explanation> explanations, Limits limits) {
        var spread = Spread.of(explanations);
        return spread.isEnough(limits)
                ? Optional.empty()
                : Optional.of(new TooFewExplanations(spread.people(), spread.indicators(), spread.kinds()));
    }

    private static <T> int distinct(Collection<T> of, Function<T, ?> by) {
        return (int) of.stream().map(by).distinct().count();
    }
}
