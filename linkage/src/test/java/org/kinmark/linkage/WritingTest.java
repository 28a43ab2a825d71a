package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "O'Neil|oneil",
                "O’NEIL|oneil",
                "  Anne-Marie |anne marie",
                "José María|jose maria",
                "Łukasz|lukasz",
                "Søren|soren",
                "Weiß|weiss",
                "St. John|st john",
                "Γιώργος|γιωργος",
                "محمد|محمد",
                "李|李",
                "1234|''",
                "-|''"
            })
    void brings_names_to_one_form(String typed, String expected) {
        assertThat(Writing.name(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "qx1 2ab, QX12AB",
        "QX12AB, QX12AB",
        "'QX1 OAB', QX10AB",
        "'QX1 2A0', QX12AO",
        "2000, 2000",
        "20001, 20001"
    })
    void brings_postcodes_to_one_form(String typed, String expected) {
        assertThat(Writing.postcode(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12, High Street|12 high st",
                "12 HIGH ST.|12 high st",
                "Flat 3/1 St. John's Road|flat 3 1 st johns rd"
            })
    void brings_addresses_to_one_form(String typed, String expected) {
        assertThat(Writing.address(typed)).isEqualTo(expected);
    }
}
