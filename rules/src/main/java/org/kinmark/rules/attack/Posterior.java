package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kinmark.rules.attack.Statement.Need;

/// How probable denials are with all answers.
///
/// @param after of each, in their order
/// @param sampled people about whom worlds had to be drawn, so that their figures are good to about two in a
///     hundred
record Posterior(double[] after, Set<Integer> sampled) {

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
        var sampled = new HashSet<Integer>();
        for (var group : Tied.of(model.needs(), clauses)) {
            multiply(group, model, denials, about, after, sampled);
        }
        return new Posterior(after, sampled);
    }

    private static void multiply(
            Tied group,
            Model model,
            List<Denial> denials,
            Map<Need, List<Integer>> about,
            double[] after,
            Set<Integer> sampled) {
        var here = group.needs().stream()
                .flatMap(need -> about.getOrDefault(need, List.of()).stream())
                .distinct()
                .toList();
        var exact = new Exact(group, model);
        var found = new double[here.size()];
        for (int i = 0; i < found.length; i++) {
            var one = exact.after(denials.get(here.get(i)));
            if (one.isEmpty()) {
                group.needs().forEach(need -> sampled.add(need.person()));
                found = Sampled.after(
                        group, model, here.stream().map(denials::get).toList());
                break;
            }
            found[i] = one.getAsDouble();
        }
        for (int i = 0; i < found.length; i++) {
            after[here.get(i)] *= found[i];
        }
    }
}
