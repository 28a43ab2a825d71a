package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A small area for examples: a family and services that pass every check.
final class Area {

    static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);

    static final Service PRACTICE = new Service.Practice("gp-1", "A81001");
    static final Service CAMHS = areaWide("camhs", ServiceKind.CAMHS, AgeRange.of(5, 17));
    static final Service AMHS = areaWide("amhs", ServiceKind.AMHS, AgeRange.of(18, 64));
    static final Service COMMUNITY = areaWide("community", ServiceKind.COMMUNITY_HEALTH, AgeRange.ANY);
    static final Service SOCIAL_CARE =
            new Service.AreaWide("social", ServiceKind.ADULT_SOCIAL_CARE, AgeRange.ANY, true);
    static final List<Service> SERVICES = List.of(PRACTICE, CAMHS, AMHS, COMMUNITY);

    static final Member MOTHER = member(1, "1990-03-05", Sex.FEMALE);
    static final Member SON = member(2, "2015-07-20", Sex.MALE);
    static final List<Member> FAMILY = List.of(MOTHER, SON);

    static final Indicator ANXIETY = new Indicator("anxiety", "mental_health", AgeRange.ANY, Optional.empty());
    static final Indicator ALCOHOL = new Indicator("alcohol", "substances", AgeRange.ANY, Optional.empty());
    static final Indicator ASTHMA = new Indicator("asthma", "physical_health", AgeRange.ANY, Optional.empty());
    static final List<Indicator> INDICATORS = List.of(ANXIETY, ALCOHOL, ASTHMA);

    private Area() {}

    static Service areaWide(String id, ServiceKind kind, AgeRange ages) {
        return new Service.AreaWide(id, kind, ages, false);
    }

    /// Registered at the practice.
    static Member member(int person, String born, Sex sex) {
        return new Member(person, Optional.of(LocalDate.parse(born)), Optional.of(sex), Optional.of("A81001"));
    }

    static Member withoutBirthDate(int person) {
        return new Member(person, Optional.empty(), Optional.of(Sex.FEMALE), Optional.of("A81001"));
    }

    static Member withoutPractice(int person, String born) {
        return new Member(person, Optional.of(LocalDate.parse(born)), Optional.empty(), Optional.empty());
    }

    static Indicator forAdults(String id) {
        return new Indicator(id, id, new AgeRange(OptionalInt.of(18), OptionalInt.empty()), Optional.empty());
    }

    static Question question(List<Member> family, List<Service> services) {
        return Question.of(family, services, INDICATORS, AS_OF);
    }

    static Limits with(Limit limit, int atLeast) {
        return Limits.STANDARD.with(limit, atLeast).orElseThrow();
    }
}
