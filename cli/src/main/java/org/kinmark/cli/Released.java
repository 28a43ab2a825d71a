package org.kinmark.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kinmark.exchange.AsRules;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.rules.boundary.Answer;
import org.kinmark.rules.boundary.Limits;
import org.kinmark.rules.boundary.Pool;
import org.kinmark.rules.boundary.Service;

/// The pool: one bit for each family that was asked about, from all services' marks together.
///
/// @param bits by the team's id of the family, in the order of import; none where the round is void
record Released(Map<String, Boolean> bits) {

    /// Pools what came back.
    static Released of(Round round, List<AskedService.Result> results) {
        var services = AsRules.services(
                results.stream().map(AskedService.Result::service).toList());
        if (Pool.isVoid(services.values(), Limits.STANDARD)) {
            return new Released(Map.of());
        }
        var answers = new HashMap<String, List<Answer>>();
        for (var result : results) {
            var service = service(services, result.service());
            result.marks()
                    .forEach((ref, mark) -> answers.computeIfAbsent(
                                    round.families().get(ref.value()), _ -> new ArrayList<>())
                            .add(new Answer(service, mark)));
        }
        var bits = new LinkedHashMap<String, Boolean>();
        round.asked().forEach(family -> bits.put(family, Pool.bit(answers.getOrDefault(family, List.of()))));
        return new Released(bits);
    }

    private static Service service(Map<ServiceEntry, Service> services, ServiceEntry entry) {
        return Objects.requireNonNull(services.get(entry));
    }

    /// How many families are a health priority.
    long priorities() {
        return bits.values().stream().filter(bit -> bit).count();
    }
}
