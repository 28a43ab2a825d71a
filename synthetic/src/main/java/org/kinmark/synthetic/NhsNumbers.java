package org.kinmark.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kinmark.linkage.NhsNumber;

/// NHS Numbers that were never issued, one for each person: those that begin with 999, then with 998, down to 900.
///
/// Not for several threads.
final class NhsNumbers {

    private static final int BLOCK = 1_000_000;
    private static final int FIRST_BLOCK = 999;

    private final long seed;
    private final List<int[]> blocks = new ArrayList<>();

    NhsNumbers(long seed) {
        this.seed = seed;
    }

    /// The number of the person who has this place in the count of everybody, as ten digits.
    String of(int person) {
        int rest = person;
        for (int i = 0; ; i++) {
            if (i == blocks.size()) {
                blocks.add(block(FIRST_BLOCK - i));
            }
            var block = blocks.get(i);
            if (rest < block.length) {
                long nine = (long) (FIRST_BLOCK - i) * BLOCK + block[rest];
                return Long.toString(nine * 10 + NhsNumber.checkDigit(nine));
            }
            rest -= block.length;
        }
    }

    /// The last six of nine digits of every number that begins with `prefix`, in an order of chance.
    private int[] block(int prefix) {
        var valid = new int[BLOCK];
        int count = 0;
        for (int rest = 0; rest < BLOCK; rest++) {
            if (NhsNumber.checkDigit((long) prefix * BLOCK + rest) < 10) {
                valid[count++] = rest;
            }
        }
        var block = Arrays.copyOf(valid, count);
        var dice = Dice.of(seed, Purpose.NHS_NUMBER, prefix);
        for (int i = count - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            int swapped = block[i];
            block[i] = block[j];
            block[j] = swapped;
        }
        return block;
    }
}
