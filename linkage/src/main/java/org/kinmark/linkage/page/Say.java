package org.kinmark.linkage.page;

import java.util.Locale;

/// Numbers as one would say them.
final class Say {

    private Say() {}

    /// Bits of weight, with their sign.
    static String bits(double bits) {
        var rounded = String.format(Locale.ROOT, "%+.1f", bits);
        return rounded.equals("-0.0") ? "+0.0" : rounded.replace('-', '−');
    }

    /// A probability; one that is rounded to nothing or to all says so.
    static String percent(double probability) {
        double rounded = Math.rint(probability * 1000) / 10;
        if (rounded >= 100) {
            return "more than 99.9 %";
        }
        return rounded <= 0 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", rounded);
    }

    /// A share of all records.
    static String share(double share) {
        return share > .5
                ? "more than half have it"
                : String.format(Locale.ROOT, "1 in %,d has it", Math.round(1 / share));
    }

    /// A probability in a table, as short as its size allows.
    static String number(double probability) {
        return probability == 0 ? "–" : String.format(Locale.ROOT, probability < .0001 ? "%.0e" : "%.4f", probability);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
