package org.kinmark.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// One file's people, as columns of coded integers. Holds no value that could be printed by mistake.
///
/// Immutable and safe for any number of threads.
public final class Records {

    final Set<Column> columns;
    final int size;
    final Dictionary names;
    final Dictionary postcodes;
    final Dictionary addresses;
    final Dictionary towns;
    final int[] given;
    final int[] family;
    final int[] postcode;
    final int[] address;
    final int[] town;
    /// Birth dates as yyyyMMdd in decimal; 0 is missing.
    final int[] birth;
    /// 0 is missing, 1 female, 2 male, 3 other.
    final byte[] sex;
    /// -1 is missing.
    final long[] nhsNumber;
    /// The household on record: records with the same number above 0 are one family.
    final int[] familyOf;
    /// Valid NHS Numbers, wrong ones, and dates that are none, as counted while reading.
    private final int nhsNumbersWithWrongCheckDigit;
    private final int datesThatAreNone;

    private Records(Builder b) {
        columns = Set.copyOf(b.columns);
        size = b.size;
        names = b.names;
        postcodes = b.postcodes;
        addresses = b.addresses;
        towns = b.towns;
        given = Arrays.copyOf(b.given, size);
        family = Arrays.copyOf(b.family, size);
        postcode = Arrays.copyOf(b.postcode, size);
        address = Arrays.copyOf(b.address, size);
        town = Arrays.copyOf(b.town, size);
        birth = Arrays.copyOf(b.birth, size);
        sex = Arrays.copyOf(b.sex, size);
        nhsNumber = Arrays.copyOf(b.nhsNumber, size);
        familyOf = Arrays.copyOf(b.familyOf, size);
        nhsNumbersWithWrongCheckDigit = b.wrongCheckDigits;
        datesThatAreNone = b.wrongDates;
    }

    /// Begins a file that has these columns; values of others are not taken.
    public static Builder builder(Set<Column> columns) {
        return new Builder(columns);
    }

    /// The columns that the file has, whether or not any record fills them.
    public Set<Column> columns() {
        return columns;
    }

    /// The number of records.
    public int size() {
        return size;
    }

    /// How many NHS Numbers were there but are not numbers that could have been issued; each counts as missing.
    public int nhsNumbersWithWrongCheckDigit() {
        return nhsNumbersWithWrongCheckDigit;
    }

    /// How many birth dates were there but name no day; each counts as missing.
    public int datesThatAreNone() {
        return datesThatAreNone;
    }

    @Override
    public String toString() {
        return "Records[" + size + "]";
    }

    /// Takes records one at a time: set what the file says, then end the record. For one thread.
    public static final class Builder {

        private final Set<Column> columns;
        private final Normal normal = new Normal();
        private final Dictionary names = new Dictionary();
        private final Dictionary postcodes = new Dictionary();
        private final Dictionary addresses = new Dictionary();
        private final Dictionary towns = new Dictionary();
        private final Dictionary families = new Dictionary();
        private final Dictionary typedSexes = new Dictionary();
        private byte[] sexOfTyped = new byte[8];
        private int size;
        private int[] given = new int[256];
        private int[] family = new int[256];
        private int[] postcode = new int[256];
        private int[] address = new int[256];
        private int[] town = new int[256];
        private int[] birth = new int[256];
        private byte[] sex = new byte[256];
        private long[] nhsNumber = new long[256];
        private int[] familyOf = new int[256];
        private int wrongCheckDigits;
        private int wrongDates;

        private Builder(Set<Column> columns) {
            this.columns = columns.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(columns);
            nhsNumber[0] = -1;
        }

        /// Sets a value of the current record as the file has it, unparsed; empty is missing, and so is an NHS Number
        /// with a wrong check digit, a date that is none and a sex that is none.
        public Builder set(Column column, String typed) {
            byte[] encoded = typed.getBytes(StandardCharsets.UTF_8);
            return set(column, encoded, 0, encoded.length);
        }

        /// The same of a value in UTF-8.
        ///
        /// @param from where it begins
        /// @param to where it has ended
        public Builder set(Column column, byte[] typed, int from, int to) {
            if (from == to || !columns.contains(column)) {
                return this;
            }
            switch (column) {
                case NHS_NUMBER -> setNhsNumber(typed, from, to);
                case GIVEN_NAME -> given[size] = name(typed, from, to, names);
                case FAMILY_NAME -> family[size] = name(typed, from, to, names);
                case BIRTH_DATE -> setBirthDate(typed, from, to);
                case SEX -> sex[size] = sexCode(typed, from, to);
                case POSTCODE -> {
                    normal.postcode(typed, from, to);
                    postcode[size] = postcodes.code(normal.bytes, 0, normal.length);
                }
                case ADDRESS -> {
                    normal.address(typed, from, to);
                    address[size] = addresses.code(normal.bytes, 0, normal.length);
                }
                case TOWN -> town[size] = name(typed, from, to, towns);
            }
            return this;
        }

        private int name(byte[] typed, int from, int to, Dictionary dictionary) {
            normal.name(typed, from, to);
            return dictionary.code(normal.bytes, 0, normal.length);
        }

        private void setNhsNumber(byte[] typed, int from, int to) {
            long number = NhsNumber.value(typed, from, to);
            if (number >= 0) {
                nhsNumber[size] = number;
            } else {
                wrongCheckDigits++;
            }
        }

        private void setBirthDate(byte[] typed, int from, int to) {
            int date = WrittenDate.packed(typed, from, to);
            if (date > 0) {
                birth[size] = date;
            } else {
                wrongDates++;
            }
        }

        /// Each way of writing a sex is read only once.
        private byte sexCode(byte[] typed, int from, int to) {
            int known = typedSexes.size();
            int code = typedSexes.code(typed, from, to);
            if (code == sexOfTyped.length) {
                sexOfTyped = Arrays.copyOf(sexOfTyped, code * 2);
            }
            if (code == known) {
                sexOfTyped[code] = sexCode(typedSexes.text(code));
            }
            return sexOfTyped[code];
        }

        private static byte sexCode(String typed) {
            return switch (Sex.parse(typed).orElse(Sex.UNKNOWN)) {
                case FEMALE -> (byte) 1;
                case MALE -> (byte) 2;
                case OTHER -> (byte) 3;
                case UNKNOWN -> (byte) 0;
            };
        }

        /// Says that the current record belongs to a family: records with the same reference are one family. Empty is
        /// no family.
        public Builder family(String reference) {
            familyOf[size] = families.code(reference);
            return this;
        }

        /// The same of a reference in UTF-8.
        public Builder family(byte[] reference, int from, int to) {
            familyOf[size] = families.code(reference, from, to);
            return this;
        }

        /// Ends the current record. Records are numbered from 0 in the order in which they end.
        public Builder end() {
            size++;
            if (size == given.length) {
                grow(size * 2);
            }
            nhsNumber[size] = -1;
            return this;
        }

        private void grow(int length) {
            given = Arrays.copyOf(given, length);
            family = Arrays.copyOf(family, length);
            postcode = Arrays.copyOf(postcode, length);
            address = Arrays.copyOf(address, length);
            town = Arrays.copyOf(town, length);
            birth = Arrays.copyOf(birth, length);
            sex = Arrays.copyOf(sex, length);
            nhsNumber = Arrays.copyOf(nhsNumber, length);
            familyOf = Arrays.copyOf(familyOf, length);
        }

        /// Adds the records of another builder of the same columns after those of this one: the file's next piece,
        /// taken by another thread. A record that was begun here and not ended is lost.
        public Builder append(Builder next) {
            int all = size + next.size;
            if (all >= given.length) {
                grow(all + 1);
            }
            int[] codes = names.merge(next.names);
            translate(next.given, next.size, codes, given);
            translate(next.family, next.size, codes, family);
            translate(next.postcode, next.size, postcodes.merge(next.postcodes), postcode);
            translate(next.address, next.size, addresses.merge(next.addresses), address);
            translate(next.town, next.size, towns.merge(next.towns), town);
            translate(next.familyOf, next.size, families.merge(next.families), familyOf);
            System.arraycopy(next.birth, 0, birth, size, next.size);
            System.arraycopy(next.sex, 0, sex, size, next.size);
            System.arraycopy(next.nhsNumber, 0, nhsNumber, size, next.size);
            wrongCheckDigits += next.wrongCheckDigits;
            wrongDates += next.wrongDates;
            size = all;
            nhsNumber[size] = -1;
            return this;
        }

        private void translate(int[] column, int count, int[] codes, int[] to) {
            for (int i = 0; i < count; i++) {
                to[size + i] = codes[column[i]];
            }
        }

        /// The number of records that have ended.
        public int size() {
            return size;
        }

        /// The finished columns. A record that was begun and not ended is left out.
        public Records build() {
            return new Records(this);
        }
    }
}
