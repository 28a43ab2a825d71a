package org.kinmark.linkage;

/// How near two birth dates are: the levels of [Comparison#BIRTH_DATE].
final class BirthDates {

    private BirthDates() {}

    /// Dates are yyyyMMdd in decimal.
    static int level(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return 1;
        }
        boolean year = a / 10_000 == b / 10_000;
        boolean month = a / 100 % 100 == b / 100 % 100;
        boolean day = a % 100 == b % 100;
        if (year && a / 100 % 100 == b % 100 && a % 100 == b / 100 % 100) {
            return 2;
        }
        if (oneSlip(a, b)) {
            return 3;
        }
        int parts = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
        return parts == 2 ? 4 : year ? 5 : 6;
    }

    /// Whether dates that are so near are of people of about one age.
    static boolean areOfOneAge(int level) {
        return level == 1 || level == 2 || level == 3 || level == 5;
    }

    /// One digit differs, or two neighbouring digits are exchanged.
    private static boolean oneSlip(int a, int b) {
        int differing = 0;
        int first = -1;
        int place = 0;
        for (int x = a, y = b; x != y; x /= 10, y /= 10, place++) {
            if (x % 10 != y % 10) {
                differing++;
                first = first < 0 ? place : first;
                if (differing > 2) {
                    return false;
                }
            }
        }
        if (differing == 1) {
            return true;
        }
        int low = digit(a, first);
        int high = digit(a, first + 1);
        return low == digit(b, first + 1) && high == digit(b, first);
    }

    private static int digit(int number, int place) {
        int rest = number;
        for (int i = 0; i < place; i++) {
            rest /= 10;
        }
        return rest % 10;
    }
}
