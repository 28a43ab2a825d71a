package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ChanceTest {

    /// In a country whose postcodes are districts, one address tells much; in a block of flats of one postcode,
    /// nothing.
    @Test
    void how_much_an_address_tells_is_learnt_from_neighbours() {
        double ofDistrict = sameAddressByChance(i -> i + " High Street");
        double ofFlats = sameAddressByChance(_ -> "1 High Street");
        assertThat(ofDistrict).isLessThan(.002);
        assertThat(ofFlats).isGreaterThan(.9);
    }

    /// A family of two in each house: those who share a name are relatives, and say nothing of neighbours.
    @Test
    void relatives_are_no_neighbours() {
        assertThat(sameAddressByChance(i -> i / 2 + " High Street")).isLessThan(.002);
    }

    private static double sameAddressByChance(IntFunction<String> address) {
        var people = Records.builder(EnumSet.of(Column.FAMILY_NAME, Column.POSTCODE, Column.ADDRESS));
        for (int i = 0; i < 2_000; i++) {
            people.set(Column.FAMILY_NAME, letters(i / 2))
                    .set(Column.POSTCODE, "QX1 2AB")
                    .set(Column.ADDRESS, address.apply(i))
                    .end();
        }
        var records = people.build();
        var model = Linker.link(records, records, Settings.of(Assignment.MANY_TO_ONE, 2))
                .model();
        return model.comparisons().stream()
                .flatMap(compared -> compared.levels().stream())
                .filter(level -> level.level().equals("same postcode: the same"))
                .findFirst()
                .orElseThrow()
                .u();
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (int rest = number; letters.length() < 4; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
