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
        // The upper bits are the order, the lower ones the record.
        long records = Long.highestOneBit(Math.max(1, size)) * 2 - 1;
        long limit = size <= MOST ? Long.MAX_VALUE : Long.MAX_VALUE / size * MOST;
        long[] order = workers
                .each(size, (start, end) -> {
                    long[] kept = new long[end - start];
                    int count = 0;
                    for (int i = start; i < end; i++) {
                        long place = place(values, people, i, salt) >>> 1;
                        if (place <= limit) {
                            kept[count++] = place & ~records | i;
                        }
                    }
                    return Arrays.copyOf(kept, count);
                })
                .stream()
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        return Arrays.stream(order).mapToInt(packed -> (int) (packed & records)).toArray();
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
