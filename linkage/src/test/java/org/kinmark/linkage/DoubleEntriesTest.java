package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoubleEntriesTest {

    @Test
    void a_person_entered_twice_is_one_person_and_relatives_are_not() {
        var records = Rows.of(
                "|Elizabeth|Hartley|1984-03-12|F|QX1 2AB|f1",
                "|Liz|Hartley|1984-03-12|F|QX1 2AB|f1",
                "|Tom|Hartley|1984-03-12|M|QX1 2AB|f1",
                "|Tom|Hartley|1959-01-30|M|QX1 2AB|f1",
                "|Tom|Hartly|1959-01-30|M||f1",
                "|Elizabeth|Hartley|1984-03-12|F|QX1 2AB|f2",
                "|Elizabeth|Hartley|1984-03-12|F|QX1 2AB",
                "|Elizabeth|Hartley|1984-03-12|F|QX1 2AB");
        assertThat(DoubleEntries.firstOf(records)).containsExactly(0, 0, 2, 3, 3, 5, 6, 7);
    }

    @Test
    void different_nhs_numbers_are_different_people() {
        var records =
                Rows.of("9434765919|Ann|Lee|2001-01-01|F|QX1 2AB|f1", "9434765870|Ann|Lee|2001-01-01|F|QX1 2AB|f1");
        assertThat(DoubleEntries.firstOf(records)).containsExactly(0, 1);
    }
}
