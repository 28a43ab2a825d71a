package org.kinmark.hub.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Judgement;

/// The judgements of one list while they are worked on, and the last change, to undo it.
///
/// Sealed, it is as long as its list whatever was judged: for each family its reference and one byte, then the family
/// changed last, the byte that it had and who changed it.
public final class Draft {

    private static final int ENTRY = 17;
    private static final int NOTHING = -1;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LAST_CHANGE = Integer.BYTES + 1 + 16;

    private final List<UUID> families;
    private final byte[] judgements;
    private final Map<UUID, Integer> positions = new HashMap<>();
    private int changed = NOTHING;
    private byte before;
    private UUID by = NOBODY;

    private Draft(List<UUID> families, byte[] judgements) {
        this.families = List.copyOf(families);
        this.judgements = judgements;
        for (int i = 0; i < families.size(); i++) {
            positions.put(families.get(i), i);
        }
    }

    /// Nothing is judged yet.
    public static Draft empty(List<UUID> families) {
        var judgements = new byte[families.size()];
        Arrays.fill(judgements, code(Judgement.NOT_JUDGED));
        return new Draft(families, judgements);
    }

    /// One that was sealed.
    public static Draft open(Seal seal, UUID list, byte[] sealed) {
        var bytes = ByteBuffer.wrap(seal.open(list, sealed));
        int count = (bytes.remaining() - LAST_CHANGE) / ENTRY;
        var families = new UUID[count];
        var judgements = new byte[count];
        for (int i = 0; i < count; i++) {
            families[i] = new UUID(bytes.getLong(), bytes.getLong());
            judgements[i] = bytes.get();
        }
        var draft = new Draft(List.of(families), judgements);
        draft.changed = bytes.getInt();
        draft.before = bytes.get();
        draft.by = new UUID(bytes.getLong(), bytes.getLong());
        return draft;
    }

    /// Seals it for its list.
    public byte[] close(Seal seal, UUID list) {
        var bytes = ByteBuffer.allocate(families.size() * ENTRY + LAST_CHANGE);
        for (int i = 0; i < judgements.length; i++) {
            bytes.putLong(families.get(i).getMostSignificantBits())
                    .putLong(families.get(i).getLeastSignificantBits())
                    .put(judgements[i]);
        }
        bytes.putInt(changed).put(before).putLong(by.getMostSignificantBits()).putLong(by.getLeastSignificantBits());
        return seal.close(list, bytes.array());
    }

    /// What is held about a family; empty where it is not on the list.
    public Optional<Judgement> of(UUID family) {
        return Optional.ofNullable(positions.get(family)).map(at -> Judgement.values()[judgements[at]]);
    }

    /// Judges a family of the list.
    ///
    /// @param who judges it: nobody else takes it back
    public void judge(UUID family, Judgement judgement, UUID who) {
        int at = java.util.Objects.requireNonNull(positions.get(family));
        changed = at;
        before = judgements[at];
        by = who;
        judgements[at] = code(judgement);
    }

    /// Leaves nothing to take back.
    public void settle() {
        changed = NOTHING;
        before = 0;
        by = NOBODY;
    }

    /// Takes the last change back, where it is one's own.
    ///
    /// @return the family; empty where there is no change of theirs to take back
    public Optional<UUID> undo(UUID who) {
        if (changed == NOTHING || !by.equals(who)) {
            return Optional.empty();
        }
        var family = families.get(changed);
        judgements[changed] = before;
        settle();
        return Optional.of(family);
    }

    /// The same with nothing judged of some families and nothing held of others, and nothing to take back: that might
    /// bring back what somebody judged of them.
    ///
    /// @param notJudged of whom a judgement counts no more
    /// @param gone who are on the list no more
    public Draft without(Set<UUID> notJudged, Set<UUID> gone) {
        var staying = families.stream().filter(family -> !gone.contains(family)).toList();
        var kept = new byte[staying.size()];
        for (int i = 0; i < kept.length; i++) {
            var family = staying.get(i);
            int at = java.util.Objects.requireNonNull(positions.get(family));
            kept[i] = notJudged.contains(family) ? code(Judgement.NOT_JUDGED) : judgements[at];
        }
        return new Draft(staying, kept);
    }

    /// The families, in the list's order.
    public List<UUID> families() {
        return families;
    }

    /// How many were judged a priority or not one.
    public int judged() {
        int judged = 0;
        for (var each : judgements) {
            judged += each == code(Judgement.NOT_JUDGED) ? 0 : 1;
        }
        return judged;
    }

    /// All that is held, in the list's order: what a receipt is made from.
    public byte[] content() {
        return judgements.clone();
    }

    private static byte code(Judgement judgement) {
        return (byte) judgement.ordinal();
    }

    @Override
    public String toString() {
        return "Draft[hidden]";
    }
}
