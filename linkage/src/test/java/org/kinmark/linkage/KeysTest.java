package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void numbers_keys_as_they_come_and_finds_them_again() {
        var random = new Random(3);
        var keys = new Keys();
        var known = new HashMap<Long, Integer>();
        for (int k = 0; k < 20_000; k++) {
            // Few enough to come twice, and alike in their lower half as codes side by side are.
            long key = (long) random.nextInt(3_000) << 32 | random.nextInt(3);
            int number = known.computeIfAbsent(key, _ -> known.size());
            assertThat(keys.add(key)).isEqualTo(number);
        }
        assertThat(keys.size()).isEqualTo(known.size()).isGreaterThan(2_000);
        known.forEach((key, number) -> {
            assertThat(keys.find(key)).isEqualTo(number);
            assertThat(keys.key(number)).isEqualTo(key);
        });
        assertThat(keys.find(-1)).isEqualTo(Keys.NONE);
    }

    @Test
    void counts_what_several_have_counted() {
        var one = new Counts();
        var other = new Counts(2_000);
        for (int k = 0; k < 5_000; k++) {
            one.add(k % 7);
            other.add(k % 1_500);
        }
        var both = Counts.joined(List.of(one, other));
        assertThat(both.total()).isEqualTo(10_000);
        assertThat(both.rising()).hasSize(1_500).isSorted().startsWith(0, 1);
        assertThat(both.of(0)).isEqualTo(715 + 4);
        assertThat(both.of(1_499)).isEqualTo(3);
        assertThat(both.of(1_500)).isZero();
    }

    @Test
    void counts_ordered_pairs_of_what_is_alike() {
        var counts = new Counts();
        for (long key : new long[] {4, 4, 4, 9, 9, 1}) {
            counts.add(key);
        }
        assertThat(counts.agreeingPairs()).isEqualTo(3 * 2 + 2);
    }
}
