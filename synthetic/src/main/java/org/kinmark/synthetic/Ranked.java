package org.kinmark.synthetic;

import java.util.Arrays;
import java.util.List;

/// Words from the most frequent to the rarest; the frequency falls with the rank as that of names does.
///
/// Source: Mandelbrot's form of Zipf's law: the frequency is in proportion to 1 / (rank + offset).
final class Ranked<T> {

    private final List<T> words;
    private final double[] upTo;

    /// @param offset the larger, the more even are the first ranks
    Ranked(List<T> words, int offset) {
        this.words = List.copyOf(words);
        this.upTo = new double[words.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + 1 + offset);
            upTo[i] = sum;
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    T pick(Dice dice) {
        int found = Arrays.binarySearch(upTo, dice.share() * upTo[upTo.length - 1]);
        return words.get(Math.min(found < 0 ? -found - 1 : found + 1, words.size() - 1));
    }
}
