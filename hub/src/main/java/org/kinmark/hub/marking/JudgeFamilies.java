package org.kinmark.hub.marking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Judgement;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A service judges its list family by family. Until a professional has declared it is a draft and counts for nothing;
/// after that it does not change unless the declaration is withdrawn.
@Component
class JudgeFamilies {

    private final HoldList lists;

    JudgeFamilies(HoldList lists) {
        this.lists = lists;
    }

    /// Judges one family.
    ///
    /// @param was what the judge saw before; null where they did not say
    Outcome judge(SignedIn who, UUID list, UUID family, Judgement judgement, @Nullable Judgement was) {
        return lists.change(who, list, held -> {
            if (held.overtaken().contains(family)) {
                return new Outcome.SentAgain();
            }
            var now = held.of(family).orElseThrow(NotFound::new);
            if (was != null && now != was && now != judgement) {
                return new Outcome.Meanwhile(now);
            }
            if (now != judgement) {
                held.draft().judge(family, judgement, who.person());
                lists.save(who, held);
            }
            return held.done();
        });
    }

    /// What a sheet says of one family.
    ///
    /// @param was what the judge saw before
    record Change(UUID family, Judgement to, Judgement was) {}

    /// Judges all families of a sheet that its judge changed.
    Outcome judgeAll(SignedIn who, UUID list, List<Change> changes) {
        return lists.change(who, list, held -> {
            var applied = apply(who, held, changes);
            if (applied.changed()) {
                lists.save(who, held);
            }
            return applied.overtaken() == 0
                    ? held.overtaken().isEmpty() ? held.done() : new Outcome.SentAgain()
                    : new Outcome.Overtaken(applied.overtaken());
        });
    }

    /// Takes the last judgement back, where it is this person's own. What their sheet says besides is saved, except of
    /// the family whose judgement was taken back: of that, taking it back was the last word.
    Outcome undo(SignedIn who, UUID list, List<Change> changes) {
        return lists.change(who, list, held -> {
            var undone = held.draft().undo(who.person());
            if (undone.filter(held.own()::contains).isPresent()) {
                return new Outcome.NothingToUndo();
            }
            var applied = apply(
                    who,
                    held,
                    changes.stream()
                            .filter(change ->
                                    undone.filter(change.family()::equals).isEmpty())
                            .toList());
            if (undone.isPresent() || applied.changed()) {
                lists.save(who, held);
            }
            if (applied.overtaken() > 0) {
                return new Outcome.Overtaken(applied.overtaken());
            }
            return undone.isPresent() ? held.done() : new Outcome.NothingToUndo();
        });
    }

    /// What became of a sheet's changes.
    ///
    /// @param overtaken how many families somebody else judged meanwhile
    private record Applied(boolean changed, int overtaken) {}

    private static Applied apply(SignedIn who, Held held, List<Change> changes) {
        int overtaken = 0;
        boolean changed = false;
        for (var change : changes) {
            if (held.overtaken().contains(change.family())) {
                continue;
            }
            var now = held.of(change.family()).orElseThrow(NotFound::new);
            if (change.to() != change.was() && change.to() != now) {
                if (now == change.was()) {
                    held.draft().judge(change.family(), change.to(), who.person());
                    changed = true;
                } else {
                    overtaken++;
                }
            }
        }
        return new Applied(changed, overtaken);
    }
}
