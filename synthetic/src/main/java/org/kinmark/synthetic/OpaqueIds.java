package org.kinmark.synthetic;

/// Ids that tell nothing: one for each index, none of them twice, in no order.
final class OpaqueIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 35;
    private static final long MASK = (1L << BITS) - 1;

    private final char prefix;
    private final long multiplier;
    private final long added;

    OpaqueIds(char prefix, long seed, long which) {
        var dice = Dice.of(seed, Purpose.ID, which);
        this.prefix = prefix;
        this.multiplier = dice.bits() | 1;
        this.added = dice.bits();
    }

    /// Multiplying by an odd number and folding the upper bits down can both be undone, so no two indexes meet.
    String of(long index) {
        long bits = index;
        for (int round = 0; round < 3; round++) {
            bits = (bits * multiplier + added) & MASK;
            bits ^= bits >>> (BITS / 2 + 1);
        }
        var id = new StringBuilder(8).append(prefix);
        for (int shift = BITS - 5; shift >= 0; shift -= 5) {
            id.append(DIGITS.charAt((int) (bits >>> shift) & 31));
        }
        return id.toString();
    }
}
