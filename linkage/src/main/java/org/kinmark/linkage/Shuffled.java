package org.kinmark.linkage;

import java.util.Arrays;

/// The records of a file in an order that looks random and follows from what each of them says, not from
/// where it stands: what is learnt from a sample does not depend on how somebody sorted the file.
final class Shuffled {

    /// Of a larger file about so many, which are as good as all.
    private static final int MOST = 1 << 17;

    private Shuffled() {}

    /// Numbers of records.
    ///
    /// @param salt another one for each of two files: somebody who is in both must not be drawn from
    ///     both
    static int[] of(Values values, People people, long salt, Workers workers) {
        int size = people.size();
        var pieces = workers.each(size, (start, end) -> kept(values, people, salt, start, end));
        long[] order = new long[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int count = 0;
        for (long[] piece : pieces) {
            System.arraycopy(piece, 0, order, count, piece.length);
            count += piece.length;
        }
        Arrays.sort(order);
        int[] records = new int[count];
        for (int k = 0; k < count; k++) {
            records[k] = (int) (order[k] & lowerBits(size));
        }
        return records;
    }

    /// Of some records those that come first: the upper bits of each number are its place, the lower
    /// ones the record.
    private static long[] kept(Values values, People people, long salt, int start, int end) {
        int size = people.size();
        long limit = size <= MOST ? Long.MAX_VALUE : Long.MAX_VALUE / size * MOST;
        long[] kept = new long[end - start];
        int count = 0;
        for (int i = start; i < end; i++) {
            long place = place(values, people, i, salt) >>> 1;
            if (place <= limit) {
                kept[count++] = place & ~lowerBits(size) | i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static long lowerBits(int size) {
        return Integer.highestOneBit(size) * 2L - 1;
    }

    /// Texts count and not their codes, which are numbered as they come.
    private static long place(Values values, People people, int i, long salt) {
        long place = BlockingRule.spread(salt + people.nhsNumber(i));
        place = BlockingRule.spread(place + people.birth(i) * 4L + people.sex(i));
        place = BlockingRule.spread(place + values.names.hash(people.given()[i]));
        place = BlockingRule.spread(place + values.names.hash(people.family()[i]));
        place = BlockingRule.spread(place + values.postcodes.hash(people.postcode()[i]));
        place = BlockingRule.spread(place + values.addresses.hash(people.address()[i]));
        return BlockingRule.spread(place + values.towns.hash(people.town()[i]));
    }
}
