package org.kinmark.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An invented town's households, as rows for [Rows]: the same seed gives the same people.
final class Town {

    private static final String[] GIRLS =
            "amina beatrix clara dorota esme freya greta halima imogen jaya kezia lowri maeve niamh orla priya"
                    .split(" ");
    private static final String[] BOYS =
            "aaron boris callum dmitri elias fergus gethin hamza idris jonas kofi lennox marek nikhil osian pavel"
                    .split(" ");
    private static final String[] PLACES =
            "ash birch cold dun elm fern gold hart iron kings lang mill north oak".split(" ");
    private static final String[] ENDS =
            "ley ton worth wick bury ham field ford well den croft stead by combe".split(" ");

    private Town() {}

    /// Rows of people in households of one to five who share family name and postcode.
    static List<String> people(long seed, int size) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<String>();
        while (rows.size() < size) {
            var family = familyName(random);
            var postcode = "QX%d %d%c%c"
                    .formatted(1 + random.nextInt(20), random.nextInt(10), (char) ('A' + random.nextInt(26)), (char)
                            ('A' + random.nextInt(26)));
            for (int members = 1 + random.nextInt(5); members > 0 && rows.size() < size; members--) {
                boolean girl = random.nextBoolean();
                var given = girl ? GIRLS[random.nextInt(GIRLS.length)] : BOYS[random.nextInt(BOYS.length)];
                var birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(85 * 365));
                rows.add("|%s|%s|%s|%s|%s".formatted(given, family, birth, girl ? "F" : "M", postcode));
            }
        }
        return rows;
    }

    static String familyName(SplittableRandom random) {
        return PLACES[random.nextInt(PLACES.length)] + ENDS[random.nextInt(ENDS.length)];
    }

    /// A valid one.
    static String nhsNumber(SplittableRandom random) {
        while (true) {
            int firstNine = random.nextInt(400_000_000, 800_000_000);
            int check = NhsNumber.checkDigit(firstNine);
            if (check < 10) {
                return "" + firstNine + check;
            }
        }
    }
}
