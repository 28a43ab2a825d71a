package org.kinmark.rules.boundary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The limits that one agreement sets. None is looser than its floor.
public final class Limits {

    /// What holds where an agreement says nothing.
    public static final Limits STANDARD = new Limits(Map.of());

    private final Map<Limit, Integer> set;

    private Limits(Map<Limit, Integer> set) {
        this.set = set;
    }

    /// The same limits with one of them set.
    ///
    /// @return empty where the number is under the floor
    public Optional<Limits> with(Limit limit, int atLeast) {
        if (atLeast < limit.floor()) {
            return Optional.empty();
        }
        var changed = new EnumMap<Limit, Integer>(Limit.class);
        changed.putAll(set);
        changed.put(limit, atLeast);
        return Optional.of(new Limits(changed));
    }

    /// The number to be reached.
    public int atLeast(Limit limit) {
        return set.getOrDefault(limit, limit.standard());
    }

    /// Whether a count reaches its limit.
    boolean reached(Limit limit, long count) {
        return count >= atLeast(limit);
    }
}
