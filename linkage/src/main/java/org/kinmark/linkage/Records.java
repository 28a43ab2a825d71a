package org.kinmark.linkage;

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
        private final Dictionary names = new Dictionary();
        private final Dictionary typedNames = new Dictionary();
        private int[] nameOfTyped = new int[1024];
        private final Dictionary postcodes = new Dictionary();
        private final Dictionary addresses = new Dictionary();
        private final Dictionary towns = new Dictionary();
        private final Dictionary families = new Dictionary();
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
            if (typed.isEmpty() || !columns.contains(column)) {
                return this;
            }
            switch (column) {
                case NHS_NUMBER -> setNhsNumber(typed);
                case GIVEN_NAME -> given[size] = name(typed);
                case FAMILY_NAME -> family[size] = name(typed);
                case BIRTH_DATE -> setBirthDate(typed);
                case SEX -> sex[size] = sexCode(typed);
                case POSTCODE -> postcode[size] = postcodes.code(Writing.postcode(typed));
                case ADDRESS -> address[size] = addresses.code(Writing.address(typed));
                case TOWN -> town[size] = towns.code(Writing.name(typed));
            }
            return this;
        }

        private void setNhsNumber(String typed) {
            var number = NhsNumber.parse(typed);
            if (number.isPresent()) {
                nhsNumber[size] = number.get().value();
            } else {
                wrongCheckDigits++;
            }
        }

        private void setBirthDate(String typed) {
            var date = WrittenDate.parse(typed);
            if (date.isPresent()) {
                var d = date.get();
                birth[size] = d.getYear() * 10_000 + d.getMonthValue() * 100 + d.getDayOfMonth();
            } else {
                wrongDates++;
            }
        }

        private static byte sexCode(String typed) {
            return switch (Sex.parse(typed).orElse(Sex.UNKNOWN)) {
                case FEMALE -> (byte) 1;
                case MALE -> (byte) 2;
                case OTHER -> (byte) 3;
                case UNKNOWN -> (byte) 0;
            };
        }

        /// Each way of typing a name is brought to its one form only once.
        private int name(String typed) {
            int known = typedNames.size();
            int code = typedNames.code(typed);
            if (code == nameOfTyped.length) {
                nameOfTyped = Arrays.copyOf(nameOfTyped, nameOfTyped.length * 2);
            }
            if (code == known) {
                nameOfTyped[code] = names.code(Writing.name(typed));
            }
            return nameOfTyped[code];
        }

        /// Says that the current record belongs to a family: records with the same reference are one family. Empty is
        /// no family.
        public Builder family(String reference) {
            familyOf[size] = families.code(reference);
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

        /// The finished columns. A record that was begun and not ended is left out.
        public Records build() {
            return new Records(this);
        }
    }
}
