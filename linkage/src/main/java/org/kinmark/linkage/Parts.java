package org.kinmark.linkage;

/// What is compared of each record of one file, as a row of whole numbers, 0 where the record lacks it: what a pair
/// needs
/// lies together in memory, and what follows from a value is looked up once for a record and not for each pair.
///
/// Made by any number of threads, each of some records; afterwards only read.
final class Parts {

    /// One of a row. Those before [#GIVEN_NAME_IN_FULL] are what a [BlockingRule] can look at.
    enum Part {
        /// Without its check digit.
        NHS_NUMBER,
        /// Its first word.
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        BIRTH_YEAR,
        /// Month and day.
        BIRTHDAY,
        POSTCODE,
        DISTRICT,
        ADDRESS,
        GIVEN_SOUND,
        FAMILY_SOUND,
        /// The left record's given name, and the right one's family name.
        GIVEN_AS_FAMILY_NAME,
        /// The left record's family name, and the right one's given name.
        FAMILY_AS_GIVEN_NAME,
        GIVEN_NAME_IN_FULL,
        SEX,
        TOWN;

        int bit() {
            return 1 << ordinal();
        }
    }

    /// In how many ways two records can agree in the parts that rules look at.
    static final int AGREEMENTS = 1 << Part.GIVEN_NAME_IN_FULL.ordinal();

    private static final int RULED = Part.GIVEN_NAME_IN_FULL.ordinal();
    private static final int WIDTH = Part.values().length;

    private final int[] numbers;

    private Parts(int records) {
        numbers = new int[Math.multiplyExact(records, WIDTH)];
    }

    /// The rows of one of two files.
    ///
    /// @param isLeft which of them
    static Parts of(Values values, People people, boolean isLeft, Workers workers) {
        var parts = new Parts(people.size());
        workers.each(people.size(), (start, end) -> parts.fill(values, people, isLeft, start, end));
        return parts;
    }

    /// The rows of a file that is compared with itself.
    static Parts of(Values values, People people) {
        var parts = new Parts(people.size());
        parts.fill(values, people, true, 0, people.size());
        return parts;
    }

    private boolean fill(Values values, People people, boolean isLeft, int start, int end) {
        for (int i = start; i < end; i++) {
            int given = values.firstWord[people.given()[i]];
            int family = people.family()[i];
            int birth = people.birth(i);
            int postcode = people.postcode()[i];
            long nhsNumber = people.nhsNumber(i);
            set(i, Part.NHS_NUMBER, nhsNumber < 0 ? 0 : 1 + (int) (nhsNumber / 10));
            set(i, Part.GIVEN_NAME, given);
            set(i, Part.FAMILY_NAME, family);
            set(i, Part.BIRTH_DATE, birth);
            set(i, Part.BIRTH_YEAR, birth / 10_000);
            set(i, Part.BIRTHDAY, birth % 10_000);
            set(i, Part.POSTCODE, postcode);
            set(i, Part.DISTRICT, values.district[postcode]);
            set(i, Part.ADDRESS, people.address()[i]);
            set(i, Part.GIVEN_SOUND, values.sound[given]);
            set(i, Part.FAMILY_SOUND, values.sound[family]);
            set(i, Part.GIVEN_AS_FAMILY_NAME, isLeft ? given : family);
            set(i, Part.FAMILY_AS_GIVEN_NAME, isLeft ? family : given);
            set(i, Part.GIVEN_NAME_IN_FULL, people.given()[i]);
            set(i, Part.SEX, people.sex(i));
            set(i, Part.TOWN, people.town()[i]);
        }
        return true;
    }

    private void set(int i, Part part, int number) {
        numbers[i * WIDTH + part.ordinal()] = number;
    }

    int size() {
        return numbers.length / WIDTH;
    }

    int get(int i, Part part) {
        return numbers[i * WIDTH + part.ordinal()];
    }

    /// One part by its ordinal.
    int get(int i, int part) {
        return numbers[i * WIDTH + part];
    }

    /// The parts that rules look at in which a record of this file and one of the other have the same, as [Part#bit]s.
    int agreements(int i, Parts other, int j) {
        int agreed = 0;
        int here = i * WIDTH;
        int there = j * WIDTH;
        for (int part = 0; part < RULED; part++) {
            int number = numbers[here + part];
            if (number == other.numbers[there + part] && number != 0) {
                agreed |= 1 << part;
            }
        }
        return agreed;
    }

    @Override
    public String toString() {
        return "Parts[" + size() + "]";
    }
}
