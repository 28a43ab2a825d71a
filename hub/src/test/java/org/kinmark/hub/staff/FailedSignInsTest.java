package org.kinmark.hub.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private static final Instant NOON = Instant.parse("2040-10-01T12:00:00Z");
    private static final String NAME = "a.jones@practice";
    private static final String HERE = "192.0.2.1";

    private final FailedSignIns failures = new FailedSignIns();

    private void fail(int times, String name, String address, Instant at) {
        IntStream.range(0, times).forEach(_ -> failures.note(name, address, at));
    }

    @Test
    void five_from_one_address_lock_the_name_there_and_nowhere_else() {
        fail(4, NAME, HERE, NOON);
        assertThat(failures.isLocked(NAME, HERE, NOON)).isFalse();
        assertThat(failures.note(NAME, HERE, NOON)).isTrue();
        assertThat(failures.isLocked(NAME, HERE, NOON)).isTrue();
        assertThat(failures.isLocked(NAME, "192.0.2.2", NOON)).isFalse();
        assertThat(failures.isLocked("b.jones@practice", HERE, NOON)).isFalse();
    }

    @Test
    void each_counts_for_a_quarter_of_an_hour_of_its_own() {
        fail(3, NAME, HERE, NOON);
        var later = NOON.plus(Duration.ofMinutes(10));
        fail(2, NAME, HERE, later);
        assertThat(failures.isLocked(NAME, HERE, NOON.plus(Duration.ofMinutes(14))))
                .isTrue();
        assertThat(failures.isLocked(NAME, HERE, NOON.plus(Duration.ofMinutes(15))))
                .isFalse();
        fail(3, NAME, HERE, NOON.plus(Duration.ofMinutes(16)));
        assertThat(failures.isLocked(NAME, HERE, NOON.plus(Duration.ofMinutes(16))))
                .isTrue();
        assertThat(failures.isLocked(NAME, HERE, NOON.plus(Duration.ofMinutes(26))))
                .isFalse();
    }

    @Test
    void a_hundred_from_everywhere_lock_it_for_all() {
        IntStream.range(0, 99).forEach(number -> failures.note(NAME, "198.51.100." + number, NOON));
        assertThat(failures.isLocked(NAME, HERE, NOON)).isFalse();
        failures.note(NAME, "198.51.100.99", NOON);
        assertThat(failures.isLocked(NAME, HERE, NOON)).isTrue();
    }

    @Test
    void however_they_are_written() {
        IntStream.range(0, 5).forEach(number -> failures.note(NAME, "2001:db8::" + number, NOON));
        assertThat(failures.isLocked(NAME, "2001:DB8:0:0:aaaa::1", NOON)).isTrue();
        assertThat(failures.isLocked(NAME, "2001:db8:0:1::1", NOON)).isFalse();
    }

    @Test
    void the_addresses_of_one_network_are_one() {
        IntStream.range(0, 5).forEach(number -> failures.note(NAME, "2001:db8:1:2:0:0:0:" + number, NOON));
        assertThat(failures.isLocked(NAME, "2001:db8:1:2:aaaa:bbbb:cccc:dddd", NOON))
                .isTrue();
        assertThat(failures.isLocked(NAME, "2001:db8:1:3:0:0:0:1", NOON)).isFalse();
    }

    @Test
    void names_that_nobody_has_fill_no_memory() {
        fail(5, NAME, HERE, NOON);
        var later = NOON.plus(Duration.ofMinutes(1));
        IntStream.range(0, 120_000).forEach(number -> failures.note("nobody" + number, HERE, later));
        assertThat(failures.size()).isLessThanOrEqualTo(100_000);
    }
}
