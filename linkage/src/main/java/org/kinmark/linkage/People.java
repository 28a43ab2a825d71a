package org.kinmark.linkage;

/// The records of one file in the codes that both files share: equal codes are equal values in either.
///
/// @param records what does not need shared codes: birth date, sex, NHS Number, family
record People(Records records, int[] given, int[] family, int[] postcode, int[] address, int[] town) {

    /// The people of the first file: its codes become those of both.
    static People first(Records records, Values values) {
        values.begin(records);
        return new People(records, records.given, records.family, records.postcode, records.address, records.town);
    }

    /// The people of the other file.
    static People of(Records records, Values values) {
        int[] names = values.names.merge(records.names);
        return new People(
                records,
                translated(records.given, names),
                translated(records.family, names),
                translated(records.postcode, values.postcodes.merge(records.postcodes)),
                translated(records.address, values.addresses.merge(records.addresses)),
                translated(records.town, values.towns.merge(records.towns)));
    }

    private static int[] translated(int[] column, int[] codes) {
        int[] result = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            result[i] = codes[column[i]];
        }
        return result;
    }

    int size() {
        return records.size;
    }

    int birth(int i) {
        return records.birth[i];
    }

    int sex(int i) {
        return records.sex[i];
    }

    long nhsNumber(int i) {
        return records.nhsNumber[i];
    }

    int familyOf(int i) {
        return records.familyOf[i];
    }

    /// Whether two records of this file are to all appearance one person entered twice.
    boolean lookAlike(int i, int j) {
        if (nhsNumber(i) >= 0 && nhsNumber(j) >= 0) {
            return nhsNumber(i) == nhsNumber(j);
        }
        return birth(i) != 0 && birth(i) == birth(j) && given[i] != 0 && given[i] == given[j] && family[i] == family[j];
    }

    @Override
    public String toString() {
        return "People[" + size() + "]";
    }
}
