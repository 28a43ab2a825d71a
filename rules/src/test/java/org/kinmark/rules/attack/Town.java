package org.kinmark.rules.attack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kinmark.rules.boundary.AgeRange;
import org.kinmark.rules.boundary.Caps;
import org.kinmark.rules.boundary.Earlier;
import org.kinmark.rules.boundary.Family;
import org.kinmark.rules.boundary.Indicator;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Limits;
import org.kinmark.rules.boundary.Member;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;
import org.kinmark.rules.boundary.Service;
import org.kinmark.rules.boundary.ServiceKind;
import org.kinmark.rules.boundary.Sex;

/// Rounds about one family, for examples, as the team composes them.
final class Town {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final LocalDate SECOND = LocalDate.of(2026, 10, 1);

    static final Service PRACTICE = new Service.Practice("gp", "A81001");
    static final AgeRange CAMHS_AGES = AgeRange.of(5, 17);
    static final Service CAMHS = wide("camhs", ServiceKind.CAMHS, CAMHS_AGES);
    static final Service AMHS = wide("amhs", ServiceKind.AMHS, AgeRange.of(18, 64));
    static final Service COMMUNITY = wide("community", ServiceKind.COMMUNITY_HEALTH, AgeRange.ANY);
    static final Service HEALTH_VISITING = wide("visiting", ServiceKind.HEALTH_VISITING, AgeRange.ANY);
    static final Service SOCIAL_CARE =
            new Service.AreaWide("social", ServiceKind.ADULT_SOCIAL_CARE, AgeRange.ANY, true);
    static final List<Service> SERVICES = List.of(PRACTICE, CAMHS, AMHS, COMMUNITY);

    static final Member MOTHER = member(1, "1990-03-05");
    static final Member SON = member(2, "2014-07-20");
    static final Member DAUGHTER = member(3, "2012-01-09");
    static final Member BABY = member(4, "2024-02-02");

    static final Indicator ANXIETY = indicator("anxiety", "mental_health");
    static final Indicator ALCOHOL = indicator("alcohol", "substances");
    static final Indicator ASTHMA = indicator("asthma", "physical_health");
    static final Indicator DIABETES = indicator("diabetes", "physical_health");
    static final List<Indicator> INDICATORS = List.of(ANXIETY, ALCOHOL, ASTHMA, DIABETES);

    /// A round about one family.
    record Round(LocalDate asOf, List<Member> family, List<Service> services, List<Indicator> indicators) {

        Question question() {
            return Question.of(family, services, indicators, asOf);
        }

        Answered answered(boolean mark) {
            return new Answered(asOf.toString(), 0, question().explanations(), mark);
        }

        /// What the checks say of it, after others.
        List<KeptOff> keptOff(List<Round> before) {
            var earlier = before.stream()
                    .map(one -> new Earlier(0, one.asOf(), one.question().explanations()))
                    .toList();
            var selection = Selection.of(new Selection.Plan(
                    List.of(new Family(0, family, Optional.empty())),
                    services,
                    indicators,
                    Limits.STANDARD,
                    new Caps(10, 10),
                    asOf,
                    earlier,
                    Map.of()));
            var ofTheFamily = selection.families().get(0) instanceof Selection.Outcome.NotAsked(var why)
                    ? why
                    : List.<KeptOff>of();
            return Stream.concat(
                            ofTheFamily.stream(),
                            selection.refusals().stream().filter(KeptOff.TooFewIndicators.class::isInstance))
                    .toList();
        }
    }

    private Town() {}

    static Service wide(String id, ServiceKind kind, AgeRange ages) {
        return new Service.AreaWide(id, kind, ages, false);
    }

    static Member member(int person, String born) {
        return new Member(person, Optional.of(LocalDate.parse(born)), Optional.of(Sex.FEMALE), Optional.of("A81001"));
    }

    static Indicator indicator(String id, String group) {
        return new Indicator(id, group, AgeRange.ANY, Optional.empty());
    }

    /// Answers of the rounds, in order.
    static List<Answered> answers(List<Round> rounds, boolean... marks) {
        return IntStream.range(0, marks.length)
                .mapToObj(i -> rounds.get(i).answered(marks[i]))
                .toList();
    }
}
