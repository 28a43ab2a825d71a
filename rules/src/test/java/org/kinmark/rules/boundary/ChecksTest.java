package org.kinmark.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.boundary.Area.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.boundary.KeptOff.TooFewExplanations;
import org.kinmark.rules.boundary.KeptOff.TooFewIndicators;
import org.kinmark.rules.boundary.KeptOff.TooFewMembers;
import org.kinmark.rules.boundary.KeptOff.TooFewServices;

class ChecksTest {

    @Test
    void a_family_that_several_services_know_may_be_asked_about() {
        assertThat(check(FAMILY, SERVICES)).isEmpty();
    }

    @Test
    void two_services_are_too_few_and_the_floor_allows_them() {
        var two = List.of(PRACTICE, COMMUNITY);
        assertThat(check(FAMILY, two)).containsExactly(new TooFewServices(2, 2));
        assertThat(Checks.ofFamily(question(FAMILY, two), with(Limit.SERVICES_ASKED, 2)))
                .isEmpty();
    }

    @Test
    void one_kind_is_too_few_however_many_services() {
        var second = new Service.Practice("gp-2", "B82002");
        var third = new Service.Practice("gp-3", "C83003");
        var elsewhere = new Member(3, MOTHER.birthDate(), MOTHER.sex(), Optional.of("B82002"));
        var further = new Member(4, MOTHER.birthDate(), MOTHER.sex(), Optional.of("C83003"));
        assertThat(check(List.of(MOTHER, elsewhere, further), List.of(PRACTICE, second, third)))
                .containsExactly(new TooFewServices(3, 1), new TooFewExplanations(3, 3, 1));
    }

    @Test
    void a_unit_of_the_council_is_no_service_and_no_kind_here() {
        assertThat(check(FAMILY, List.of(PRACTICE, COMMUNITY, SOCIAL_CARE))).containsExactly(new TooFewServices(2, 2));
        assertThat(check(FAMILY, List.of(PRACTICE, SOCIAL_CARE)))
                .containsExactly(new TooFewServices(1, 1), new TooFewExplanations(2, 3, 1));
    }

    @Test
    void a_service_counts_only_where_it_would_get_someone() {
        var twoAdults = List.of(MOTHER, member(2, "1988-01-01", Sex.MALE));
        assertThat(check(twoAdults, List.of(PRACTICE, CAMHS, COMMUNITY))).containsExactly(new TooFewServices(2, 2));
    }

    @Test
    void one_member_is_the_person() {
        assertThat(check(List.of(SON), SERVICES))
                .containsExactly(new TooFewMembers(1), new TooFewExplanations(1, 3, 3));
    }

    @Test
    void a_person_entered_twice_is_one_member() {
        var again = member(2, "2015-07-02", Sex.MALE);
        assertThat(check(List.of(SON, again), SERVICES))
                .containsExactly(new TooFewMembers(1), new TooFewExplanations(1, 3, 3));
    }

    @Test
    void a_member_without_a_birth_date_is_listed_but_explains_nothing() {
        assertThat(check(List.of(MOTHER, withoutBirthDate(2)), List.of(PRACTICE, AMHS, COMMUNITY)))
                .containsExactly(new TooFewExplanations(1, 3, 3));
    }

    @Test
    void a_family_that_nobody_knows_fails_every_check_with_nothing_counted() {
        assertThat(check(List.of(), SERVICES))
                .containsExactly(new TooFewServices(0, 0), new TooFewMembers(0), new TooFewExplanations(0, 0, 0));
    }

    @Test
    void indicators_that_fit_only_the_one_woman_are_her() {
        var perinatal = List.of("a", "b", "c").stream()
                .map(id -> new Indicator(id, id, AgeRange.of(16, 49), Optional.of(Sex.FEMALE)))
                .toList();
        var father = member(3, "1988-01-01", Sex.MALE);
        var unknown = new Member(4, father.birthDate(), Optional.empty(), father.practice());
        var question = Question.of(List.of(MOTHER, SON, father, unknown), SERVICES, perinatal, AS_OF);
        assertThat(Checks.ofFamily(question, Limits.STANDARD)).containsExactly(new TooFewExplanations(1, 3, 3));
    }

    @Test
    void two_indicators_that_fit_are_too_few_though_the_agreement_has_three() {
        var indicators = List.of(ANXIETY, ALCOHOL, forAdults("gambling"));
        var children = List.of(SON, member(3, "2012-01-01", Sex.FEMALE));
        var question = Question.of(children, SERVICES, indicators, AS_OF);
        assertThat(Checks.ofFamily(question, Limits.STANDARD)).containsExactly(new TooFewExplanations(2, 2, 3));
        assertThat(Checks.ofFamily(question, with(Limit.EXPLAINING_INDICATORS, 2)))
                .isEmpty();
    }

    @Test
    void a_unit_of_the_council_explains_for_members_and_indicators() {
        var grandmother = withoutPractice(3, "1950-01-01");
        var services = List.of(CAMHS, PRACTICE, SOCIAL_CARE);
        var question = Question.of(List.of(grandmother, SON), services, INDICATORS, AS_OF);
        assertThat(Checks.ofFamily(question, with(Limit.SERVICES_ASKED, 2))).isEmpty();
    }

    @Test
    void a_stricter_agreement_keeps_more_families_off() {
        assertThat(Checks.ofFamily(question(FAMILY, SERVICES), with(Limit.MEMBERS_LISTED, 3)))
                .containsExactly(new TooFewMembers(2));
        assertThat(Checks.ofFamily(question(FAMILY, SERVICES), with(Limit.EXPLAINING_MEMBERS, 3)))
                .containsExactly(new TooFewExplanations(2, 3, 4));
        assertThat(Checks.ofFamily(question(FAMILY, SERVICES), with(Limit.KINDS_ASKED, 5)))
                .containsExactly(new TooFewServices(4, 4));
        assertThat(Checks.ofFamily(question(FAMILY, SERVICES), with(Limit.EXPLAINING_KINDS, 5)))
                .containsExactly(new TooFewExplanations(2, 3, 4));
    }

    @Test
    void no_limit_goes_under_its_floor() {
        for (var limit : Limit.values()) {
            assertThat(limit.floor()).isBetween(2, limit.standard());
            assertThat(Limits.STANDARD.with(limit, limit.floor() - 1)).isEmpty();
            assertThat(with(limit, limit.floor()).atLeast(limit)).isEqualTo(limit.floor());
            assertThat(Limits.STANDARD.atLeast(limit)).isEqualTo(limit.standard());
        }
        var two = with(Limit.INDICATORS, 5).with(Limit.SERVICES_ASKED, 4).orElseThrow();
        assertThat(two.atLeast(Limit.INDICATORS)).isEqualTo(5);
        assertThat(two.atLeast(Limit.SERVICES_ASKED)).isEqualTo(4);
    }

    @Test
    void an_agreement_names_three_indicators_of_two_groups() {
        var alike = new Indicator("phobia", "mental_health", AgeRange.ANY, Optional.empty());
        var third = new Indicator("sleep", "mental_health", AgeRange.ANY, Optional.empty());
        assertThat(Checks.ofAgreement(INDICATORS, Limits.STANDARD)).isEmpty();
        assertThat(Checks.ofAgreement(List.of(ANXIETY, ALCOHOL), Limits.STANDARD))
                .contains(new TooFewIndicators(2, 2));
        assertThat(Checks.ofAgreement(List.of(ANXIETY, ALCOHOL), with(Limit.INDICATORS, 2)))
                .isEmpty();
        assertThat(Checks.ofAgreement(List.of(ANXIETY, alike, third), Limits.STANDARD))
                .contains(new TooFewIndicators(3, 1));
        assertThat(Checks.ofAgreement(INDICATORS, with(Limit.INDICATOR_GROUPS, 4)))
                .contains(new TooFewIndicators(3, 3));
    }

    private static List<KeptOff> check(List<Member> family, List<Service> services) {
        return Checks.ofFamily(question(family, services), Limits.STANDARD);
    }
}
