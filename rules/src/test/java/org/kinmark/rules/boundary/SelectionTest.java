package org.kinmark.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.boundary.Area.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.boundary.Selection.Outcome.Asked;
import org.kinmark.rules.boundary.Selection.Outcome.NotAsked;
import org.kinmark.rules.boundary.Selection.Plan;

class SelectionTest {

    private static final Caps WIDE = new Caps(1_000, 1_000);
    private static final LocalDate LONG_AGO = AS_OF.minusMonths(8);

    @Test
    void ten_families_may_be_asked_about_and_nine_may_not() {
        assertThat(select(families(10), List.of()).mayOpen()).isTrue();
        assertThat(select(families(9), List.of()).refusals()).containsExactly(new KeptOff.TooFewFamilies(9, 10));
    }

    @Test
    void families_are_counted_on_what_the_other_checks_left() {
        var families = new ArrayList<>(families(10));
        families.set(3, new Family(3, List.of(MOTHER), Optional.empty()));
        var selection = select(families, List.of());
        assertThat(selection.refusals()).containsExactly(new KeptOff.TooFewFamilies(9, 10));
        assertThat(selection.asked().keySet()).containsExactly(0, 1, 2, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void asking_the_same_again_tells_nothing_new_once_six_months_have_gone() {
        assertThat(withEarlier(FAMILY, AS_OF.minusMonths(6), FAMILY)).isInstanceOf(Asked.class);
        assertThat(withEarlier(FAMILY, AS_OF.minusMonths(6).plusDays(1), FAMILY))
                .isEqualTo(new NotAsked(List.of(new KeptOff.TooSoon(AS_OF.plusDays(1)))));
    }

    @Test
    void an_agreement_may_shorten_the_time_to_three_months() {
        assertThat(outcome(plan(
                        List.of(family(0, FAMILY)),
                        earlier(FAMILY, AS_OF.minusMonths(3)),
                        with(Limit.MONTHS_BETWEEN, 3))))
                .isInstanceOf(Asked.class);
    }

    @Test
    void an_agreement_may_lengthen_the_time_beyond_a_year() {
        var longer = with(Limit.MONTHS_BETWEEN, 15);
        assertThat(Earlier.since(longer, AS_OF)).isEqualTo(AS_OF.minusMonths(15));
        assertThat(Earlier.since(Limits.STANDARD, AS_OF)).isEqualTo(AS_OF.minusMonths(12));
        assertThat(outcome(plan(List.of(family(0, FAMILY)), earlier(FAMILY, AS_OF.minusMonths(14)), longer)))
                .isEqualTo(new NotAsked(List.of(new KeptOff.TooSoon(AS_OF.plusMonths(1)))));
    }

    @Test
    void what_was_asked_more_than_a_year_ago_is_not_subtracted() {
        var daughter = member(3, "2012-01-09", Sex.FEMALE);
        assertThat(withEarlier(FAMILY, AS_OF.minusMonths(13), List.of(MOTHER, SON, daughter)))
                .isInstanceOf(Asked.class);
    }

    @Test
    void a_family_under_another_reference_is_the_same_family() {
        var lately = AS_OF.minusMonths(2);
        var tooSoon = new KeptOff.TooSoon(AS_OF.plusMonths(4));
        var daughter = member(3, "2012-01-09", Sex.FEMALE);
        assertThat(renumbered(FAMILY, lately, FAMILY)).containsExactly(tooSoon);
        assertThat(renumbered(FAMILY, lately, List.of(MOTHER, SON, daughter))).contains(tooSoon);
        assertThat(renumbered(List.of(MOTHER, SON, daughter), lately, List.of(SON, daughter)))
                .contains(tooSoon);
        assertThat(renumbered(List.of(MOTHER), lately, FAMILY)).contains(tooSoon);
        assertThat(renumbered(FAMILY, lately, List.of(MOTHER))).contains(tooSoon);
    }

    @Test
    void one_child_of_two_homes_makes_them_no_family() {
        var father = member(9, "1985-02-02", Sex.MALE);
        assertThat(renumbered(FAMILY, AS_OF.minusMonths(2), List.of(SON, father)))
                .noneMatch(KeptOff.TooSoon.class::isInstance);
    }

    @Test
    void one_family_entered_ten_times_is_one_family() {
        var copies = IntStream.range(0, 10).mapToObj(key -> family(key, FAMILY)).toList();
        assertThat(select(copies, List.of()).refusals()).containsExactly(new KeptOff.TooFewFamilies(1, 10));
    }

    private static List<KeptOff> renumbered(List<Member> before, LocalDate asked, List<Member> now) {
        return reasons(outcome(plan(List.of(family(7, now)), earlier(before, asked), Limits.STANDARD), 7));
    }

    @Test
    void a_family_that_declined_is_left_alone_for_a_year() {
        assertThat(declinedOn(AS_OF.minusMonths(12))).isInstanceOf(Asked.class);
        assertThat(declinedOn(AS_OF.minusMonths(11)))
                .isEqualTo(new NotAsked(List.of(new KeptOff.TooSoon(AS_OF.plusMonths(1)))));
    }

    @Test
    void a_family_of_whom_one_more_is_asked_about_would_name_the_newcomer() {
        var daughter = member(3, "2012-01-09", Sex.FEMALE);
        assertThat(reasons(withEarlier(FAMILY, LONG_AGO, List.of(MOTHER, SON, daughter))))
                .singleElement()
                .isInstanceOf(KeptOff.TooLittleRemains.class);
    }

    @Test
    void a_family_of_whom_one_fewer_is_asked_about_would_name_who_left() {
        var daughter = member(3, "2012-01-09", Sex.FEMALE);
        assertThat(reasons(withEarlier(List.of(MOTHER, SON, daughter), LONG_AGO, FAMILY)))
                .singleElement()
                .isInstanceOf(KeptOff.TooLittleRemains.class);
    }

    @Test
    void a_new_indicator_or_a_new_service_would_name_itself() {
        var before = Question.of(FAMILY, List.of(PRACTICE, CAMHS, AMHS), INDICATORS, AS_OF);
        assertThat(reasons(outcome(plan(List.of(family(0, FAMILY)), earlier(before, LONG_AGO), Limits.STANDARD))))
                .singleElement()
                .isInstanceOf(KeptOff.TooLittleRemains.class);
        var two = Question.of(FAMILY, SERVICES, INDICATORS.subList(0, 2), AS_OF);
        assertThat(reasons(outcome(plan(List.of(family(0, FAMILY)), earlier(two, LONG_AGO), Limits.STANDARD))))
                .singleElement()
                .isInstanceOf(KeptOff.TooLittleRemains.class);
    }

    @Test
    void somebody_of_two_families_would_be_named_by_both() {
        var other = family(1, List.of(SON, member(9, "1985-02-02", Sex.MALE)));
        var selection = select(List.of(family(0, FAMILY), other), List.of());
        assertThat(selection.families().get(0)).isInstanceOf(Asked.class);
        assertThat(reasons(selection.families().get(1))).singleElement().isInstanceOf(KeptOff.TooLittleRemains.class);
    }

    @Test
    void a_member_added_later_counts_after_ninety_days_and_a_vouched_one_at_once() {
        var alone = List.of(MOTHER, added(SON, AS_OF.minusDays(89)));
        assertThat(reasons(outcome(plan(List.of(family(0, alone)), List.of(), Limits.STANDARD))))
                .contains(new KeptOff.TooFewMembers(1));
        var longEnough = List.of(MOTHER, added(SON, AS_OF.minusDays(90)));
        assertThat(outcome(plan(List.of(family(0, longEnough)), List.of(), Limits.STANDARD)))
                .isInstanceOf(Asked.class);
    }

    @Test
    void no_more_families_go_out_than_were_signed() {
        var selection = Selection.of(new Plan(
                families(14), SERVICES, INDICATORS, Limits.STANDARD, new Caps(12, 11), AS_OF, List.of(), Map.of()));
        assertThat(selection.asked()).hasSize(11);
        assertThat(selection.families().get(11)).isEqualTo(new NotAsked(List.of(new KeptOff.OverTheCap(11))));
    }

    @Test
    void a_waiver_lets_one_family_through_one_check_and_no_other() {
        var small = List.of(family(0, List.of(MOTHER)));
        var all = Set.of(Check.MEMBERS, Check.EXPLANATIONS);
        assertThat(waived(small, all)).isEqualTo(new Asked(question(List.of(MOTHER), SERVICES), all));
        assertThat(reasons(waived(small, Set.of(Check.MEMBERS, Check.SUBTRACTION, Check.AGAIN))))
                .singleElement()
                .isInstanceOf(KeptOff.TooFewExplanations.class);
    }

    @Test
    void a_cap_and_the_agreement_cannot_be_waived() {
        var everything = Map.of(11, Set.of(Check.values()));
        assertThat(reasons(Selection.of(new Plan(
                                families(12),
                                SERVICES,
                                INDICATORS,
                                Limits.STANDARD,
                                new Caps(11, 11),
                                AS_OF,
                                List.of(),
                                everything))
                        .families()
                        .get(11)))
                .containsExactly(new KeptOff.OverTheCap(11));
        assertThat(Selection.of(new Plan(
                                List.of(),
                                SERVICES,
                                INDICATORS.subList(0, 2),
                                Limits.STANDARD,
                                WIDE,
                                AS_OF,
                                List.of(),
                                everything))
                        .refusals())
                .containsExactly(new KeptOff.TooFewIndicators(2, 2), new KeptOff.TooFewFamilies(0, 10));
    }

    @Test
    void a_family_that_was_let_through_by_a_waiver_stops_no_other() {
        var before = earlier(List.of(MOTHER), LONG_AGO);
        var larger = family(1, List.of(MOTHER, SON, member(9, "1985-02-02", Sex.MALE)));
        assertThat(outcome(plan(List.of(larger), before, Limits.STANDARD), 1)).isInstanceOf(Asked.class);
        assertThat(outcome(plan(families(3), before, Limits.STANDARD), 2)).isInstanceOf(Asked.class);
    }

    @Test
    void an_area_wide_service_gets_the_people_of_its_districts() {
        var here = in("SE15");
        var south =
                new Service.AreaWide("south", ServiceKind.HEALTH_VISITING, AgeRange.ANY, false, Set.of("SE15", "N"));
        assertThat(Question.of(List.of(here, in("SE16"), in("N7"), MOTHER), List.of(south), INDICATORS, AS_OF)
                        .listed()
                        .get(south))
                .containsExactly(here, in("N7"));
    }

    private static Member in(String district) {
        return new Member(
                4, MOTHER.birthDate(), MOTHER.sex(), MOTHER.practice(), Optional.of(district), Arrival.WITH_THE_FAMILY);
    }

    private static Member added(Member member, LocalDate on) {
        return new Member(
                member.person(),
                member.birthDate(),
                member.sex(),
                member.practice(),
                Optional.empty(),
                new Arrival.AddedLater(on));
    }

    private static Family family(int key, List<Member> members) {
        return new Family(key, members, Optional.empty());
    }

    /// Families of two, none of whom is in another.
    private static List<Family> families(int count) {
        return IntStream.range(0, count)
                .mapToObj(key -> family(
                        key,
                        List.of(
                                member(100 + 2 * key, "1990-03-05", Sex.FEMALE),
                                member(101 + 2 * key, "2015-07-20", Sex.MALE))))
                .toList();
    }

    private static Plan plan(List<Family> families, List<Earlier> earlier, Limits limits) {
        return new Plan(families, SERVICES, INDICATORS, limits, WIDE, AS_OF, earlier, Map.of());
    }

    private static Selection select(List<Family> families, List<Earlier> earlier) {
        return Selection.of(plan(families, earlier, Limits.STANDARD));
    }

    private static List<Earlier> earlier(List<Member> members, LocalDate asked) {
        return earlier(question(members, SERVICES), asked);
    }

    private static List<Earlier> earlier(Question question, LocalDate asked) {
        return List.of(new Earlier(0, asked, question.explanations()));
    }

    private static Selection.Outcome withEarlier(List<Member> before, LocalDate asked, List<Member> now) {
        return outcome(plan(List.of(family(0, now)), earlier(before, asked), Limits.STANDARD));
    }

    private static Selection.Outcome declinedOn(LocalDate day) {
        return outcome(plan(List.of(new Family(0, FAMILY, Optional.of(day))), List.of(), Limits.STANDARD));
    }

    private static Selection.Outcome waived(List<Family> families, Set<Check> checks) {
        return outcome(
                new Plan(families, SERVICES, INDICATORS, Limits.STANDARD, WIDE, AS_OF, List.of(), Map.of(0, checks)));
    }

    private static Selection.Outcome outcome(Plan plan) {
        return outcome(plan, 0);
    }

    private static Selection.Outcome outcome(Plan plan, int family) {
        return Objects.requireNonNull(Selection.of(plan).families().get(family));
    }

    private static List<KeptOff> reasons(Selection.@Nullable Outcome outcome) {
        return outcome instanceof NotAsked(var why) ? why : List.of();
    }
}
