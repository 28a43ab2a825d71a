package org.kinmark.synthetic;

/// The postcodes of the invented area: of the shape that validates everywhere, in the area KM, which does not exist.
///
/// A postcode is an index; neighbouring indexes are neighbouring streets, and practices lie at even distances.
final class Postcodes {

    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int UNITS = LETTERS.length() * LETTERS.length();
    private static final int SECTORS_IN_DISTRICT = 9;
    private static final int MOST_SECTORS = 99 * SECTORS_IN_DISTRICT;
    private static final int PEOPLE = 36;

    private final long seed;
    private final int practices;
    private final int unitsInSector;
    private final int count;

    /// @param people how many live in the area; about fifteen addresses share a postcode
    Postcodes(long seed, int practices, long people) {
        this.seed = seed;
        this.practices = practices;
        long wanted = Math.clamp(people / PEOPLE, 200, (long) MOST_SECTORS * UNITS);
        int sectors = Math.clamp(wanted / 8, 60, MOST_SECTORS);
        this.unitsInSector = (int) ((wanted + sectors - 1) / sectors);
        this.count = sectors * unitsInSector;
    }

    /// A postcode in the catchment of a practice, which overlaps with its neighbours'.
    int near(int practice, Dice dice) {
        double width = 1.5 * (dice.share() + dice.share() - 1);
        double place = (practice + 0.5 + width) / practices;
        int index = Math.floorMod((int) Math.floor(place * count), count);
        return dice.share() < density(index) ? index : Math.floorMod(index + count / practices / 3, count);
    }

    int anywhere(Dice dice) {
        return dice.below(count);
    }

    int sector(int postcode) {
        return postcode / unitsInSector;
    }

    String written(int postcode) {
        int sector = sector(postcode);
        // Spread over all the letters, and different ones in each sector: seven has no factor in common with 400.
        int unit = (postcode % unitsInSector * 7 + sector * 131) % UNITS;
        return "KM" + (1 + sector / SECTORS_IN_DISTRICT) + " " + (1 + sector % SECTORS_IN_DISTRICT)
                + LETTERS.charAt(unit / LETTERS.length()) + LETTERS.charAt(unit % LETTERS.length());
    }

    /// Some streets are long and some short, from a quarter to all of the addresses that fit.
    private double density(int postcode) {
        return 0.25 + 0.75 * Dice.of(seed, Purpose.PLACE, postcode).share();
    }
}
