package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.kinmark.linkage.Sex;

/// All cultures of an area, the country's own first.
final class Cultures {

    /// How many of a sector's households belong to the culture that is strong there.
    private static final double NEIGHBOURS_ALIKE = 0.3;

    private static final int FEW = 20;

    static final List<String> USUAL = List.of(
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
            "irish");
    static final List<String> OTHER = List.of(
            "other/english-and-welsh",
            "other/russian-and-ukrainian",
            "other/hungarian",
            "other/czech-and-slovak",
            "other/greek",
            "other/spanish",
            "other/vietnamese-and-cambodian",
            "other/tamil-and-sinhala",
            "other/ethiopian-and-eritrean",
            "other/persian-and-pashto",
            "other/congolese-and-french",
            "other/georgian-and-armenian",
            "other/german-and-nordic",
            "other/maghrebi",
            "other/korean-and-japanese");

    private final List<Culture> all;
    private final List<Culture> byWeight;
    private final long seed;

    Cultures(long seed, Kind kind) {
        var names = kind.has(Trait.MANY_LANGUAGES) ? OTHER : USUAL;
        this.seed = seed;
        this.all = read(names, kind.has(Trait.FEW_SURNAMES) ? fewSurnames(seed, names) : List.of());
        this.byWeight = byWeight(all);
    }

    private static List<Culture> read(List<String> names, List<Surname> few) {
        return names.stream()
                .map(name -> Culture.read("names/" + name + ".txt", few))
                .toList();
    }

    private static List<Culture> byWeight(List<Culture> cultures) {
        var byWeight = new ArrayList<Culture>();
        for (var culture : cultures) {
            for (int i = 0; i < culture.weight(); i++) {
                byWeight.add(culture);
            }
        }
        return byWeight;
    }

    /// Twenty different family names of the area's cultures, other ones with each seed.
    private static List<Surname> fewSurnames(long seed, List<String> names) {
        var dice = Dice.of(seed, Purpose.FEW_SURNAMES, 0);
        var cultures = byWeight(read(names, List.of()));
        var few = new LinkedHashSet<Surname>();
        while (few.size() < FEW) {
            few.add(dice.pick(cultures).familyName(dice).firstOfTwo());
        }
        return List.copyOf(few);
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
