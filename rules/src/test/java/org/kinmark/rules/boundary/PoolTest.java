package org.kinmark.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.boundary.Area.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static final Service SECOND_PRACTICE = new Service.Practice("gp-2", "B82002");

    @Test
    void one_mark_among_enough_answers_is_the_bit() {
        assertThat(Pool.bit(List.of(no(PRACTICE), yes(CAMHS), no(AMHS)))).isTrue();
        assertThat(Pool.bit(List.of(no(PRACTICE), no(CAMHS), no(AMHS)))).isFalse();
    }

    @Test
    void one_answer_says_nothing() {
        assertThat(Pool.bit(List.of(yes(CAMHS)))).isFalse();
        assertThat(Pool.bit(List.of())).isFalse();
    }

    @Test
    void answers_of_one_kind_say_nothing() {
        assertThat(Pool.bit(List.of(yes(PRACTICE), yes(SECOND_PRACTICE)))).isFalse();
        assertThat(Pool.bit(List.of(yes(PRACTICE), yes(SECOND_PRACTICE), no(AMHS))))
                .isTrue();
    }

    @Test
    void a_unit_of_the_council_completes_nothing_but_its_mark_counts() {
        assertThat(Pool.bit(List.of(yes(PRACTICE), yes(SOCIAL_CARE)))).isFalse();
        assertThat(Pool.bit(List.of(no(PRACTICE), no(CAMHS), yes(SOCIAL_CARE)))).isTrue();
    }

    @Test
    void a_service_that_answers_twice_is_one() {
        assertThat(Pool.bit(List.of(yes(CAMHS), no(CAMHS)))).isFalse();
    }

    @Test
    void who_marks_and_in_which_order_makes_no_difference_to_a_bit() {
        var random = new Random(3);
        var services = new ArrayList<>(List.of(PRACTICE, SECOND_PRACTICE, CAMHS, AMHS, COMMUNITY, SOCIAL_CARE));
        for (int i = 0; i < 2_000; i++) {
            Collections.shuffle(services, random);
            var answered = services.subList(0, random.nextInt(services.size() + 1));
            boolean enough = answered.stream()
                            .filter(s -> !s.isOfTheCouncil())
                            .map(Service::kind)
                            .distinct()
                            .count()
                    >= 2;
            var marks = answered.stream()
                    .map(service -> new Answer(service, random.nextInt(4) == 0))
                    .toList();
            boolean marked = marks.stream().anyMatch(Answer::mark);
            assertThat(Pool.bit(marks)).isEqualTo(enough && marked);
        }
    }

    @Test
    void a_round_is_void_where_too_few_services_answered() {
        assertThat(Pool.isVoid(List.of(PRACTICE, CAMHS, AMHS), Limits.STANDARD)).isFalse();
        assertThat(Pool.isVoid(List.of(PRACTICE, CAMHS), Limits.STANDARD)).isTrue();
        assertThat(Pool.isVoid(List.of(PRACTICE, CAMHS, SOCIAL_CARE), Limits.STANDARD))
                .isTrue();
        assertThat(Pool.isVoid(List.of(PRACTICE, CAMHS, CAMHS), Limits.STANDARD))
                .isTrue();
        assertThat(Pool.isVoid(List.of(PRACTICE, CAMHS), with(Limit.SERVICES_ANSWERED, 2)))
                .isFalse();
        assertThat(Pool.isVoid(List.of(), Limits.STANDARD)).isTrue();
    }

    private static Answer yes(Service service) {
        return new Answer(service, true);
    }

    private static Answer no(Service service) {
        return new Answer(service, false);
    }
}
