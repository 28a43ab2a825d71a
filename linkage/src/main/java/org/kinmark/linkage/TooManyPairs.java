package org.kinmark.linkage;

import java.util.Locale;

/// The two files have so little that tells people apart that comparing would not end: nothing was compared.
public final class TooManyPairs extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyPairs(String rule, long pairs) {
        super(String.format(
                Locale.ROOT,
                "too many pairs are alike: the rule %s alone would have %,d pairs compared. See kinmark link --plan: "
                        + "is a value that stands for \"unknown\" in the files, or do they lack a birth date or a postcode?",
                rule,
                pairs));
    }
}
