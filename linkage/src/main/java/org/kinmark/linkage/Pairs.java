package org.kinmark.linkage;

import java.util.Arrays;
import java.util.List;

/// Pairs of a left and a right record with the pattern of their comparison, as three columns. For one thread.
final class Pairs {

    int[] left = new int[1024];
    int[] right = new int[1024];
    int[] pattern = new int[1024];
    int size;

    void add(int l, int r, int levels) {
        if (size == left.length) {
            left = Arrays.copyOf(left, size * 2);
            right = Arrays.copyOf(right, size * 2);
            pattern = Arrays.copyOf(pattern, size * 2);
        }
        left[size] = l;
        right[size] = r;
        pattern[size++] = levels;
    }

    /// All pairs of several lists, one after another.
    static Pairs joined(List<Pairs> lists) {
        var all = new Pairs();
        int total =
                Math.toIntExact(lists.stream().mapToLong(pairs -> pairs.size).sum());
        all.left = new int[total];
        all.right = new int[total];
        all.pattern = new int[total];
        for (var pairs : lists) {
            System.arraycopy(pairs.left, 0, all.left, all.size, pairs.size);
            System.arraycopy(pairs.right, 0, all.right, all.size, pairs.size);
            System.arraycopy(pairs.pattern, 0, all.pattern, all.size, pairs.size);
            all.size += pairs.size;
        }
        return all;
    }
}
