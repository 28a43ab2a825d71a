package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2004-02-29",
                "20040229",
                "29/02/2004",
                "29-Feb-2004",
                "29 FEB 2004",
                "29-feb-2004",
                " 2004-02-29 "
            })
    void reads_every_form(String typed) {
        assertThat(WrittenDate.parse(typed)).contains(LocalDate.of(2004, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2003-02-29",
                "2004-13-01",
                "31/04/2004",
                "0000-01-01",
                "2004/02/29",
                "29-02-2004",
                "29-Feb 2004",
                "29.Feb.2004",
                "29-Fev-2004",
                "２００４-02-29",
                "200402290",
                "38046",
                "-004-02-29",
                "+0040229"
            })
    void takes_nothing_else_for_a_date(String typed) {
        assertThat(WrittenDate.parse(typed)).isEmpty();
    }
}
