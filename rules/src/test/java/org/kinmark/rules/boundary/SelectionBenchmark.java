package org.kinmark.rules.boundary;

import static org.kinmark.rules.boundary.Area.AS_OF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kinmark.rules.boundary.Selection.Outcome;

/// How long the checks on a round take, with an earlier round of the same families in which one in ten has changed
/// since and one person in fifty is in two families. Run by `bench/checks`.
final class SelectionBenchmark {

    private static final List<Indicator> INDICATORS = IntStream.range(0, 8)
            .mapToObj(i -> new Indicator(
                    "i" + i, "g" + i % 4, i % 3 == 0 ? AgeRange.of(0, 17) : AgeRange.ANY, Optional.empty()))
            .toList();

    private SelectionBenchmark() {}

    static void main(String[] sizes) {
        for (var size : sizes) {
            int families = Integer.parseInt(size);
            var plan = plan(families);
            Selection.of(plan);
            var began = System.nanoTime();
            var selection = Selection.of(plan);
            var seconds = (System.nanoTime() - began) / 1e9;
            long keptOff = selection.families().values().stream()
                    .filter(Outcome.NotAsked.class::isInstance)
                    .count();
            System.out.printf("%,d families, %,d kept off: %.2f s%n", families, keptOff, seconds);
        }
    }

    private static Selection.Plan plan(int count) {
        var random = new Random(5);
        var before = families(count, random);
        var services = services(count / 65 + 1);
        var earlier = before.stream()
                .map(family -> new Earlier(
                        family.key(),
                        AS_OF.minusMonths(7),
                        Question.of(family.members(), services, INDICATORS, AS_OF.minusMonths(7))
                                .explanations()))
                .toList();
        var now = before.stream()
                .map(family -> random.nextInt(10) == 0 ? changed(family) : family)
                .toList();
        var caps = new Caps(count, count);
        return new Selection.Plan(now, services, INDICATORS, Limits.STANDARD, caps, AS_OF, earlier, Map.of());
    }

    private static Family changed(Family family) {
        return new Family(
                family.key(), family.members().subList(1, family.members().size()), Optional.empty());
    }

    private static List<Family> families(int count, Random random) {
        int practices = count / 65 + 1;
        var families = new ArrayList<Family>();
        int person = 0;
        for (int key = 0; key < count; key++) {
            int size = 1 + random.nextInt(6);
            var practice = Optional.of("P" + random.nextInt(practices));
            var members = new ArrayList<Member>();
            for (int i = 0; i < size; i++) {
                int who = person > 0 && random.nextInt(50) == 0 ? random.nextInt(person) : person++;
                var born = LocalDate.of(2026, 9, 30).minusDays(random.nextInt(22_000));
                members.add(new Member(who, Optional.of(born), Optional.empty(), practice));
            }
            families.add(new Family(key, members, Optional.empty()));
        }
        return families;
    }

    private static List<Service> services(int practices) {
        return Stream.concat(
                        IntStream.range(0, practices).mapToObj(i -> new Service.Practice("gp-" + i, "P" + i)),
                        Stream.of(Area.CAMHS, Area.AMHS, Area.COMMUNITY))
                .toList();
    }
}
