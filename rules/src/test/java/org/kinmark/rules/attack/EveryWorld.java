package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation.Event;

/// Goes through every world of a few needs, one after another: who has which, and which service says so.
///
/// A signal that no world gives together with the no signals is taken at its word, and theirs about what it
/// speaks of is not.
final class EveryWorld {

    /// A world.
    ///
    /// @param has needs that are there
    /// @param said what services say
    record World(Set<Need> has, Set<Event> said, double chance) {}

    private final List<World> worlds;
    private final List<World> possible;
    private final List<Answered> refuted;

    EveryWorld(List<Answered> answers, Map<String, Double> rates, double known) {
        this.worlds = worlds(answers, rates, known);
        var silent = worlds.stream()
                .filter(world ->
                        answers.stream().filter(answer -> !answer.mark()).allMatch(answer -> gives(world, answer)))
                .toList();
        this.refuted = answers.stream()
                .filter(Answered::mark)
                .filter(answer -> silent.stream().noneMatch(world -> gives(world, answer)))
                .toList();
        var words = answers.stream().map(this::believed).toList();
        this.possible = worlds.stream()
                .filter(world -> words.stream().allMatch(answer -> gives(world, answer)))
                .toList();
    }

    /// An answer without what is not believed of it.
    private Answered believed(Answered answer) {
        var left = answer.explanations().stream()
                .filter(one -> answer.mark()
                        || refuted.stream()
                                .flatMap(signal -> signal.explanations().stream())
                                .noneMatch(other -> other.event().equals(one.event())))
                .collect(Collectors.toUnmodifiableSet());
        return new Answered(answer.round(), answer.family(), left, answer.mark());
    }

    /// The signals that no world gives together with the no signals.
    List<Answered> refuted() {
        return refuted;
    }

    boolean isAlways(Predicate<World> fact) {
        return possible.stream().allMatch(fact);
    }

    double before(Predicate<World> fact) {
        return sum(worlds, fact) / sum(worlds, _ -> true);
    }

    double after(Predicate<World> fact) {
        return sum(possible, fact) / sum(possible, _ -> true);
    }

    private static double sum(List<World> worlds, Predicate<World> fact) {
        return worlds.stream().filter(fact).mapToDouble(World::chance).sum();
    }

    private static boolean gives(World world, Answered answer) {
        return answer.mark()
                == answer.explanations().stream()
                        .anyMatch(one -> world.said().contains(new Event(one.person(), one.indicator(), one.kind())));
    }

    private static List<World> worlds(List<Answered> answers, Map<String, Double> rates, double known) {
        var kinds = new HashMap<Need, Set<Event>>();
        for (var answer : answers) {
            for (var one : answer.explanations()) {
                kinds.computeIfAbsent(new Need(one.person(), one.indicator()), _ -> new LinkedHashSet<>())
                        .add(new Event(one.person(), one.indicator(), one.kind()));
            }
        }
        var worlds = List.of(new World(Set.of(), Set.of(), 1));
        for (var each : kinds.entrySet()) {
            double rate = rate(each.getKey(), answers, rates);
            var next = new ArrayList<World>();
            for (var world : worlds) {
                next.add(new World(world.has(), world.said(), world.chance() * (1 - rate)));
                next.addAll(having(world, each.getKey(), List.copyOf(each.getValue()), rate, known));
            }
            worlds = next;
        }
        return worlds;
    }

    private static List<World> having(World world, Need need, List<Event> events, double rate, double known) {
        var all = new ArrayList<World>();
        var has = new HashSet<>(world.has());
        has.add(need);
        for (int says = 0; says < 1 << events.size(); says++) {
            var said = new HashSet<>(world.said());
            double chance = world.chance() * rate;
            for (int i = 0; i < events.size(); i++) {
                boolean says1 = (says >> i & 1) == 1;
                chance *= says1 ? known : 1 - known;
                if (says1) {
                    said.add(events.get(i));
                }
            }
            all.add(new World(has, said, chance));
        }
        return all;
    }

    /// As if nobody else of the family helped to make up its share, each of them has it alike.
    private static double rate(Need need, List<Answered> answers, Map<String, Double> rates) {
        long most = 1;
        for (var answer : answers) {
            var people = answer.explanations().stream()
                    .filter(one -> one.indicator().equals(need.indicator()))
                    .map(one -> one.person())
                    .collect(Collectors.toSet());
            most = people.contains(need.person()) ? Math.max(most, people.size()) : most;
        }
        return 1 - Math.pow(1 - rates.getOrDefault(need.indicator(), 0.05), 1.0 / most);
    }
}
