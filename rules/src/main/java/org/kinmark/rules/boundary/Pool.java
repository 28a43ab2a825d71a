package org.kinmark.rules.boundary;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Pools what services answered into one bit a family, so that nobody can tell which of them said what.
public final class Pool {

    /// Answers that a family's bit needs, whatever an agreement sets.
    private static final int SERVICES_FOR_A_BIT = 2;
    /// Kinds among them.
    private static final int KINDS_FOR_A_BIT = 2;

    private Pool() {}

    /// The family's bit: true where a service that answered marked it, and enough answered to hide which.
    ///
    /// A mark from a unit of the team's own council counts, its answer counts towards neither minimum.
    ///
    /// @param answers of services that were asked about this family, and only those that answered
    public static boolean bit(Collection<Answer> answers) {
        var counted = counted(answers.stream().map(Answer::service).toList());
        long kinds = counted.stream().map(Service::kind).distinct().count();
        return counted.size() >= SERVICES_FOR_A_BIT
                && kinds >= KINDS_FOR_A_BIT
                && answers.stream().anyMatch(Answer::mark);
    }

    /// Whether the round is void for every family: too few services answered at all.
    ///
    /// @param answered the services that answered by the closing that counts
    public static boolean isVoid(Collection<? extends Service> answered, Limits limits) {
        return !limits.reached(Limit.SERVICES_ANSWERED, counted(answered).size());
    }

    /// Without units of the team's own council, each service once.
    private static Set<Service> counted(Collection<? extends Service> services) {
        return services.stream().filter(Predicate.not(Service::isOfTheCouncil)).collect(Collectors.toUnmodifiableSet());
    }
}
