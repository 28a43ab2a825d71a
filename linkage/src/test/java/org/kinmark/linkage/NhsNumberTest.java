package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "943-476-5919"})
    void is_read_as_people_type_it(String typed) {
        assertThat(NhsNumber.parse(typed)).map(NhsNumber::digits).contains("9434765919");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9434765918", "943476591", "94347659190", "943476591A", "９434765919", "943.476.5919"})
    void is_empty_for_anything_else(String typed) {
        assertThat(NhsNumber.parse(typed)).isEmpty();
    }

    @Test
    void catches_every_single_slip_and_every_exchange_of_neighbours() {
        var random = new SplittableRandom(1);
        for (int k = 0; k < 2_000; k++) {
            long nine = random.nextLong(1_000_000_000L);
            int check = NhsNumber.checkDigit(nine);
            if (check < 10) {
                refusesSlipsIn(String.format("%09d%d", nine, check));
            }
        }
    }

    private static void refusesSlipsIn(String digits) {
        assertThat(NhsNumber.parse(digits)).isPresent();
        for (int i = 0; i < 10; i++) {
            var slipped = digits.toCharArray();
            slipped[i] = (char) ('0' + (digits.charAt(i) - '0' + 1) % 10);
            assertThat(NhsNumber.parse(new String(slipped))).isEmpty();
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                var exchanged = digits.toCharArray();
                exchanged[i] = digits.charAt(i - 1);
                exchanged[i - 1] = digits.charAt(i);
                assertThat(NhsNumber.parse(new String(exchanged))).isEmpty();
            }
        }
    }

    @Test
    void has_no_check_digit_where_the_sum_wants_ten() {
        assertThat(NhsNumber.checkDigit(1)).isEqualTo(9);
        assertThat(NhsNumber.checkDigit(6)).isEqualTo(10);
        assertThatThrownBy(() -> NhsNumber.checkDigit(1_000_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tells_the_ranges_that_were_never_issued() {
        assertThat(NhsNumber.parse("9990000018")).map(NhsNumber::isForTests).contains(true);
        assertThat(NhsNumber.parse("4505577104")).map(NhsNumber::isForTests).contains(false);
    }

    @Test
    void hides_itself() {
        assertThat(NhsNumber.parse("9434765919").orElseThrow()).hasToString("NhsNumber[hidden]");
    }
}
