package org.kinmark.rules.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.boundary.AgeRange;
import org.kinmark.rules.boundary.Caps;
import org.kinmark.rules.boundary.Earlier;
import org.kinmark.rules.boundary.Explanation.Event;
import org.kinmark.rules.boundary.Family;
import org.kinmark.rules.boundary.Indicator;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Limit;
import org.kinmark.rules.boundary.Limits;
import org.kinmark.rules.boundary.Member;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;
import org.kinmark.rules.boundary.Service;
import org.kinmark.rules.boundary.ServiceKind;
import org.kinmark.rules.boundary.Sex;

/// Rounds drawn at random, one after another in the same town, answered by a truth drawn at random: what the checks let
/// through is attacked, and so is what would have gone out without them.
class PassedRoundsTest {

    private static final int TOWNS = 700;
    private static final int ROUNDS = 3;
    private static final int FAMILIES = 14;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final List<ServiceKind> WIDE =
            List.of(ServiceKind.CAMHS, ServiceKind.AMHS, ServiceKind.COMMUNITY_HEALTH, ServiceKind.ADULT_SOCIAL_CARE);

    private int rounds;
    private int bits;
    private int keptOffBySubtraction;
    private int named;
    private int namedWithoutChecks;

    @Test
    void rounds_that_passed_the_checks_name_no_person_no_indicator_and_no_kind_of_specialist() {
        var random = new Random(17);
        for (int town = 0; town < TOWNS; town++) {
            attack(random);
        }
        assertThat(named).isZero();
        assertThat(rounds).isGreaterThan(2_000);
        assertThat(bits).isGreaterThan(5_000);
        assertThat(keptOffBySubtraction).isGreaterThan(2_000);
        assertThat(namedWithoutChecks).isGreaterThan(TOWNS / 2);
    }

    private void attack(Random random) {
        var limits = random.nextBoolean()
                ? Limits.STANDARD
                : Limits.STANDARD.with(Limit.EXPLAINING_INDICATORS, 2).orElseThrow();
        var truth = new HashMap<Event, Boolean>();
        var passed = new ArrayList<Answered>();
        var all = new ArrayList<Answered>();
        var earlier = new ArrayList<Earlier>();
        var families = families(random);
        for (int round = 0; round < ROUNDS; round++) {
            var asOf = FIRST.plusMonths(6L * round);
            var services = services(random);
            var indicators = indicators(random);
            families = round == 0 ? families : changed(families, random);
            var name = "r" + round;
            var selection = Selection.of(new Selection.Plan(
                    families, services, indicators, limits, new Caps(100, 100), asOf, earlier, Map.of()));
            for (var family : families) {
                var question = Question.of(family.members(), services, indicators, asOf);
                all.add(answer(name, family.key(), question, truth, random));
            }
            selection.asked().forEach((family, question) -> {
                passed.add(answer(name, family, question, truth, random));
                earlier.add(new Earlier(family, asOf, question.explanations()));
            });
            rounds++;
            bits += selection.asked().size();
            keptOffBySubtraction += (int) selection.families().values().stream()
                    .filter(outcome -> outcome instanceof Selection.Outcome.NotAsked(var why)
                            && why.stream().anyMatch(KeptOff.TooLittleRemains.class::isInstance))
                    .count();
        }
        named += Attack.on(passed, BaseRates.COHORT, Attack.KNOWN).namesAnything() ? 1 : 0;
        var asked = new Asked(all);
        namedWithoutChecks += Logic.of(all).telling().stream()
                        .anyMatch(clause -> !clause.certain(asked).isEmpty())
                ? 1
                : 0;
    }

    /// A bit as the truth has it; what nobody asked about before is drawn now, and then stays.
    private static Answered answer(
            String round, int family, Question question, Map<Event, Boolean> truth, Random random) {
        boolean mark = false;
        for (var explanation : question.explanations()) {
            mark |= truth.computeIfAbsent(explanation.event(), _ -> random.nextInt(20) == 0);
        }
        return new Answered(round, family, question.explanations(), mark);
    }

    /// Families of one to four; now and then somebody is in two.
    private static List<Family> families(Random random) {
        return IntStream.range(0, FAMILIES)
                .mapToObj(key -> new Family(
                        key,
                        IntStream.rangeClosed(0, random.nextInt(4))
                                .mapToObj(i -> member(
                                        random.nextInt(12) == 0 ? random.nextInt(4 * FAMILIES) : 4 * key + i, random))
                                .toList(),
                        Optional.empty()))
                .toList();
    }

    /// Half of the families stay as they are; of the others somebody comes or goes.
    private static List<Family> changed(List<Family> families, Random random) {
        return families.stream()
                .map(family -> new Family(family.key(), changed(family, random), Optional.empty()))
                .toList();
    }

    private static List<Member> changed(Family family, Random random) {
        var members = new ArrayList<>(family.members());
        switch (random.nextInt(4)) {
            case 0 -> members.add(member(4 * family.key() + random.nextInt(4), random));
            case 1 -> members.subList(0, Math.min(1, members.size())).clear();
            default -> {}
        }
        return members;
    }

    private static Member member(int person, Random random) {
        return new Member(
                person,
                random.nextInt(12) == 0 ? Optional.empty() : Optional.of(FIRST.minusDays(300 + random.nextInt(20_000))),
                Optional.of(random.nextBoolean() ? Sex.FEMALE : Sex.MALE),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of("P" + random.nextInt(2)));
    }

    private static List<Service> services(Random random) {
        var services = new ArrayList<Service>();
        services.add(new Service.Practice("gp-0", "P0"));
        if (random.nextInt(4) > 0) {
            services.add(new Service.Practice("gp-1", "P1"));
        }
        for (var kind : WIDE) {
            if (random.nextInt(5) > 0) {
                boolean council = kind == ServiceKind.ADULT_SOCIAL_CARE;
                services.add(new Service.AreaWide(kind.name(), kind, ages(random), council));
            }
        }
        return services;
    }

    private static List<Indicator> indicators(Random random) {
        return IntStream.range(0, random.nextInt(4) == 0 ? 3 : 4)
                .mapToObj(id -> new Indicator(
                        "i" + id,
                        "g" + id % 2,
                        id == 3 ? AgeRange.of(0, 17) : AgeRange.ANY,
                        id == 2 && random.nextInt(3) == 0 ? Optional.of(Sex.FEMALE) : Optional.empty()))
                .toList();
    }

    private static AgeRange ages(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> AgeRange.of(5, 17);
            case 1 -> AgeRange.of(18, 64);
            default -> AgeRange.ANY;
        };
    }
}
