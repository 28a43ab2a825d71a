package org.kinmark.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.boundary.Area.AS_OF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares the check on explanations with somebody who tries every conclusion that a 1 could force.
class ExplanationsAttackTest {

    private static final List<String> DISTRICTS = List.of("SE15", "SE1", "N7", "E5");
    private static final int AREAS = 12_000;

    /// A way in which a 1 could have come about, spelt out for each row, indicator and service.
    private record Story(int person, String indicator, Service service, boolean hides) {}

    @Test
    void a_family_is_kept_off_exactly_where_a_1_would_name_a_person_two_indicators_or_a_kind() {
        var random = new Random(7);
        int keptOff = 0;
        for (int i = 0; i < AREAS; i++) {
            var family = Stream.generate(() -> randomMember(random))
                    .limit(1 + random.nextInt(4))
                    .toList();
            var services = randomServices(1 + random.nextInt(6), random);
            var indicators = IntStream.range(0, 3 + random.nextInt(3))
                    .mapToObj(id -> randomIndicator(id, random))
                    .toList();
            boolean forced = isForced(
                    stories(family, services, indicators).stream()
                            .filter(Story::hides)
                            .toList(),
                    indicators);
            boolean found = Checks.ofFamily(Question.of(family, services, indicators, AS_OF), Limits.STANDARD).stream()
                    .anyMatch(KeptOff.TooFewExplanations.class::isInstance);
            assertThat(found).isEqualTo(forced);
            keptOff += found ? 1 : 0;
        }
        assertThat(keptOff).isBetween(AREAS / 10, AREAS * 9 / 10);
    }

    /// Whether all stories lie with one person, or in two indicators, or, units of the council aside, with one kind.
    private static boolean isForced(List<Story> stories, List<Indicator> indicators) {
        for (var story : stories) {
            if (stories.stream().allMatch(other -> other.person() == story.person())) {
                return true;
            }
        }
        for (var first : indicators) {
            for (var second : indicators) {
                if (stories.stream()
                        .allMatch(story -> story.indicator().equals(first.id())
                                || story.indicator().equals(second.id()))) {
                    return true;
                }
            }
        }
        for (var kind : ServiceKind.values()) {
            if (stories.stream()
                    .filter(story -> !story.service().isOfTheCouncil())
                    .allMatch(story -> story.service().kind() == kind)) {
                return true;
            }
        }
        return false;
    }

    private static List<Story> stories(List<Member> family, List<Service> services, List<Indicator> indicators) {
        var stories = new ArrayList<Story>();
        for (var member : family) {
            for (var service : services) {
                for (var indicator : indicators) {
                    if (isListed(member, service) && isPossible(member, indicator)) {
                        stories.add(new Story(member.person(), indicator.id(), service, isKnownLongEnough(member)));
                    }
                }
            }
        }
        return stories;
    }

    private static boolean isListed(Member member, Service service) {
        return switch (service) {
            case Service.Practice practice -> member.practice().equals(Optional.of(practice.odsCode()));
            case Service.AreaWide wide ->
                (member.birthDate().isEmpty() ? wide.ages().equals(AgeRange.ANY) : within(wide.ages(), member))
                        && isOf(wide.districts(), member);
        };
    }

    /// Not by cutting the letters off: whichever district begins with them.
    private static boolean isOf(Set<String> districts, Member member) {
        return districts.isEmpty()
                || districts.stream()
                        .anyMatch(one -> member.district()
                                .filter(in -> in.equals(one) || in.matches(one + "[0-9]+"))
                                .isPresent());
    }

    private static boolean isKnownLongEnough(Member member) {
        return switch (member.arrival()) {
            case Arrival.Vouched _ -> true;
            case Arrival.AddedLater(var on) -> on.isBefore(AS_OF.minusDays(Arrival.DAYS - 1));
        };
    }

    private static boolean isPossible(Member member, Indicator indicator) {
        boolean sexFits = indicator.sex().isEmpty() || indicator.sex().equals(member.sex());
        return member.birthDate().isPresent() && sexFits && within(indicator.ages(), member);
    }

    /// Born late enough not to be too old and early enough not to be too young: without counting years.
    private static boolean within(AgeRange ages, Member member) {
        var born = member.birthDate().orElseThrow();
        Predicate<Integer> oldEnough = min -> !born.plusYears(min).isAfter(AS_OF);
        Predicate<Integer> tooOld = max -> !born.plusYears(max + 1L).isAfter(AS_OF);
        return (ages.min().isEmpty() || oldEnough.test(ages.min().getAsInt()))
                && (ages.max().isEmpty() || !tooOld.test(ages.max().getAsInt()));
    }

    private static Member randomMember(Random random) {
        var born = LocalDate.of(2026, 10, 1).minusDays(random.nextInt(25_000));
        return new Member(
                random.nextInt(3),
                random.nextInt(8) == 0 ? Optional.empty() : Optional.of(born),
                random.nextInt(8) == 0 ? Optional.empty() : Optional.of(random.nextBoolean() ? Sex.FEMALE : Sex.MALE),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of("P" + random.nextInt(2)),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(DISTRICTS.get(random.nextInt(4))),
                random.nextInt(4) == 0
                        ? new Arrival.AddedLater(AS_OF.minusDays(60 + random.nextInt(60)))
                        : Arrival.WITH_THE_FAMILY);
    }

    private static List<Service> randomServices(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(id -> randomService("s" + id, random))
                .toList();
    }

    private static Service randomService(String id, Random random) {
        if (random.nextInt(3) == 0) {
            return new Service.Practice(id, "P" + random.nextInt(2));
        }
        var kinds = List.of(ServiceKind.CAMHS, ServiceKind.AMHS, ServiceKind.HEALTH_VISITING);
        return new Service.AreaWide(
                id, kinds.get(random.nextInt(3)), randomAges(random), random.nextInt(4) == 0, randomDistricts(random));
    }

    private static Set<String> randomDistricts(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Set.of("SE15", "N7");
            case 1 -> Set.of("SE");
            default -> Set.of();
        };
    }

    private static Indicator randomIndicator(int id, Random random) {
        return new Indicator(
                "i" + id,
                "g" + id % 2,
                randomAges(random),
                random.nextInt(4) == 0 ? Optional.of(Sex.FEMALE) : Optional.empty());
    }

    private static AgeRange randomAges(Random random) {
        int from = random.nextInt(30);
        return switch (random.nextInt(5)) {
            case 0 -> AgeRange.of(from, from + random.nextInt(30));
            case 1 -> new AgeRange(OptionalInt.of(from), OptionalInt.empty());
            case 2 -> new AgeRange(OptionalInt.empty(), OptionalInt.of(from + 10));
            default -> AgeRange.ANY;
        };
    }
}
