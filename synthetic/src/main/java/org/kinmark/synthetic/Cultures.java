package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kinmark.linkage.Sex;

/// All cultures of an area, the country's own first.
final class Cultures {

    /// How many of a sector's households belong to the culture that is strong there.
    private static final double NEIGHBOURS_ALIKE = 0.3;

    private final List<Culture> all = Stream.of(
                    "british",
                    "pakistani-and-bangladeshi",
                    "indian",
                    "west-african",
                    "east-and-horn-african",
                    "caribbean",
                    "polish-and-baltic",
                    "romanian-and-balkan",
                    "arabic-kurdish-and-turkish",
                    "chinese-and-south-east-asian",
                    "southern-european-and-latin",
                    "irish")
            .map(name -> Culture.read("names/" + name + ".txt"))
            .toList();
    private final List<Culture> byWeight = new ArrayList<>();
    private final long seed;

    Cultures(long seed) {
        this.seed = seed;
        for (var culture : all) {
            for (int i = 0; i < culture.weight(); i++) {
                byWeight.add(culture);
            }
        }
    }

    /// The culture of a household: neighbours are more alike than people who live far apart.
    Culture of(Dice dice, int sector) {
        return dice.chance(NEIGHBOURS_ALIKE)
                ? Dice.of(seed, Purpose.CULTURE_OF_SECTOR, sector).pick(byWeight)
                : dice.pick(byWeight);
    }

    String given(Culture culture, Dice dice, Sex sex, int yearOfBirth) {
        return (dice.chance(culture.borrowing()) ? all.getFirst() : culture).given(dice, sex, yearOfBirth);
    }
}
