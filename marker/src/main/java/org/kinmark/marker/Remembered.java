package org.kinmark.marker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What professionals have said of links, by what knows a pair again. Every change makes a new one.
///
/// A word is of one patient and of what a list said of one person: references on a list are drawn fresh
/// for each round, so that nothing else is the same in the next. It is heard only while both sides'
/// details are what they were when it was said; any change brings the doubt back.
final class Remembered {

    /// One word, as the file keeps it.
    ///
    /// @param patient the patient's digest
    record Entry(String patient, Word word) {}

    private final Digests digests;
    private final Map<String, Entry> byPair;
    private final int dropped;

    /// @param byPair by the pair's digest, in the file's order
    /// @param dropped how many words are no longer among them
    Remembered(Digests digests, Map<String, Entry> byPair, int dropped) {
        this.digests = digests;
        this.byPair = byPair;
        this.dropped = dropped;
    }

    static Remembered nothing() {
        return new Remembered(Digests.withNewKey(), Map.of(), 0);
    }

    /// What was said of two people as they are described now.
    Optional<Word> of(Candidate candidate) {
        return Optional.ofNullable(byPair.get(pair(candidate))).map(Entry::word);
    }

    /// By what the pair is known again.
    String pair(Candidate candidate) {
        return digests.pair(candidate.person().identity(), candidate.patient());
    }

    /// What is remembered of these patients alone: the rest have left, or object.
    Remembered ofPatients(Collection<String> ids) {
        if (byPair.isEmpty()) {
            return this;
        }
        var wanted = byPair.values().stream().map(Entry::patient).collect(Collectors.toSet());
        var here = ids.stream().map(digests::patient).filter(wanted::contains).collect(Collectors.toSet());
        var kept = new LinkedHashMap<>(byPair);
        kept.values().removeIf(entry -> !here.contains(entry.patient()));
        return new Remembered(digests, kept, dropped + byPair.size() - kept.size());
    }

    /// With this word of two people in place of any earlier one; empty takes it back.
    Remembered with(Candidate candidate, Optional<Word> word) {
        var changed = new LinkedHashMap<>(byPair);
        changed.remove(pair(candidate));
        word.ifPresent(said -> changed.put(
                pair(candidate), new Entry(digests.patient(candidate.patient().id()), said)));
        return new Remembered(digests, changed, dropped);
    }

    Digests digests() {
        return digests;
    }

    Map<String, Entry> byPair() {
        return byPair;
    }

    int dropped() {
        return dropped;
    }

    /// Hides of whom.
    @Override
    public String toString() {
        return "Remembered[" + byPair.size() + "]";
    }
}
