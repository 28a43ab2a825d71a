package org.kinmark.synthetic;

import java.util.List;

/// A stream of chance that depends on its seed, purpose and indexes and on nothing else: no thread, clock or JDK.
///
/// Source: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators" (SplitMix64).
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, Purpose purpose, long index) {
        return new Dice(mix(mix(mix(seed) + GOLDEN * purpose.number()) ^ mix(index + GOLDEN)));
    }

    static Dice of(long seed, Purpose purpose, long index, long second) {
        return new Dice(mix(of(seed, purpose, index).state + GOLDEN) ^ mix(second - GOLDEN));
    }

    /// 64 even bits.
    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /// From 0 to `bound` less one.
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /// From `first` to `last`, both included.
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /// From 0 up to, and without, 1.
    double share() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /// Puts the list in an order of chance.
    void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            swap(list, i, below(i + 1));
        }
    }

    /// Which of `from` things are taken where exactly `count` are, every choice being as likely as any other.
    boolean[] choose(int count, int from) {
        var taken = new boolean[from];
        int wanted = count;
        for (int i = 0; i < from; i++) {
            if (below(from - i) < wanted) {
                taken[i] = true;
                wanted--;
            }
        }
        return taken;
    }

    private static <T> void swap(List<T> list, int i, int j) {
        list.set(i, list.set(j, list.get(i)));
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
