package org.kinmark.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.boundary.Area.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    void who_marks_and_how_many_and_in_which_order_makes_no_difference() {
        var random = new Random(3);
        var services = new ArrayList<>(List.of(PRACTICE, SECOND_PRACTICE, CAMHS, AMHS, COMMUNITY, SOCIAL_CARE));
        var bits = new HashSet<Boolean>();
        for (int i = 0; i < 2_000; i++) {
            Collections.shuffle(services, random);
            var answered = List.copyOf(services.subList(0, 1 + random.nextInt(services.size())));
            var one = marked(answered, Set.of(answered.getFirst()));
            var another = new ArrayList<>(marked(
                    answered, Set.copyOf(answered.subList(0, 1 + random.nextInt(answered.size())))));
            Collections.shuffle(another, random);
            assertThat(Pool.bit(another)).isEqualTo(Pool.bit(one));
            assertThat(Pool.bit(marked(answered, Set.of()))).isFalse();
            bits.add(Pool.bit(one));
        }
        assertThat(bits).containsExactlyInAnyOrder(true, false);
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

    private static List<Answer> marked(List<Service> answered, Set<Service> marking) {
        return answered.stream()
                .map(service -> new Answer(service, marking.contains(service)))
                .toList();
    }

    private static Answer yes(Service service) {
        return new Answer(service, true);
    }

    private static Answer no(Service service) {
        return new Answer(service, false);
    }
}
