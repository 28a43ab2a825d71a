package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kinmark.rules.attack.Statement.Need;

/// How probable denials are with all answers.
///
/// @param after of each, in their order
/// @param sampled people about whom worlds had to be drawn
/// @param error how far any of their figures may be off, as [Sampled] says; 0 where nobody's were drawn
record Posterior(double[] after, Set<Integer> sampled, double error) {

    /// Groups that nothing ties together are independent, so their probabilities multiply.
    static Posterior of(Model model, List<Clause> clauses, List<Denial> denials) {
        var about = new HashMap<Need, List<Integer>>();
        for (int i = 0; i < denials.size(); i++) {
            int at = i;
            denials.get(i)
                    .needs()
                    .forEach(need ->
                            about.computeIfAbsent(need, _ -> new ArrayList<>()).add(at));
        }
        var after = new double[denials.size()];
        Arrays.fill(after, 1);
        var errors = new double[denials.size()];
        var sampled = new HashSet<Integer>();
        for (var group : Tied.of(model.needs(), clauses)) {
            var here = group.needs().stream()
                    .flatMap(need -> about.getOrDefault(need, List.of()).stream())
                    .distinct()
                    .toList();
            var found = of(group, model, here.stream().map(denials::get).toList());
            if (found.errors().length > 0) {
                group.needs().forEach(need -> sampled.add(need.person()));
            }
            for (int i = 0; i < here.size(); i++) {
                after[here.get(i)] *= found.after()[i];
                // The factors of a product are at most 1, so that their errors at most add up.
                errors[here.get(i)] += found.errors().length > 0 ? found.errors()[i] : 0;
            }
        }
        return new Posterior(after, sampled, Arrays.stream(errors).max().orElse(0));
    }

    /// What is exact has no errors.
    private static Sampled of(Tied group, Model model, List<Denial> denials) {
        var exact = new Exact(group, model);
        var after = new double[denials.size()];
        for (int i = 0; i < after.length; i++) {
            var one = exact.after(denials.get(i));
            if (one.isEmpty()) {
                return Sampled.of(group, model, denials);
            }
            after[i] = one.getAsDouble();
        }
        return new Sampled(after, new double[0]);
    }
}
