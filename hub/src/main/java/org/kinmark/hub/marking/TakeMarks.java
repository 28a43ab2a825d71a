package org.kinmark.hub.marking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.NumberedMarks;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.sealing.Draft;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A service sends the file that its marker wrote: the references in it decide which list it is of. It is a draft until
/// a professional declares it.
@Component
class TakeMarks {

    private final HoldList holding;
    private final DeclareList declaring;
    private final Lists lists;

    TakeMarks(HoldList holding, DeclareList declaring, Lists lists) {
        this.holding = holding;
        this.declaring = declaring;
        this.lists = lists;
    }

    /// What may give way to the marks of a file.
    ///
    /// @param other whether other marks that are held give way
    /// @param held the receipt of those that do; null where any do
    /// @param declaredToo whether a declaration of them is withdrawn, by a professional
    record Replacing(boolean other, @Nullable String held, boolean declaredToo) {

        static final Replacing NOTHING = new Replacing(false, null, false);

        private boolean gives(Held now) {
            return other && (held == null || held.equals(now.receipt()));
        }
    }

    /// Takes the marks. The same as are held change nothing, declared or not.
    ///
    /// @throws NotFound where the unit has no such list
    Outcome take(SignedIn who, NumberedMarks sent, Replacing replacing) {
        var list = id(sent.marks().list().value()).orElseThrow(NotFound::new);
        return holding.open(who, list, held -> {
            var marks = thatCount(held, sent.marks());
            var mistakes =
                    MarksMistakes.of(lists.people(who.unitId(), held.list().ref()), sent, held.overtaken());
            if (!mistakes.isEmpty()) {
                return new Outcome.Refused(mistakes);
            }
            int differing = differences(held.draft(), marks).size();
            boolean declared = held.list().isDeclared();
            if (differing == 0 && declared) {
                return held.done();
            }
            if (differing > 0 && (declared || held.draft().judged() > 0) && !replacing.gives(held)) {
                return new Outcome.Differs(differing);
            }
            if (declared && !(replacing.declaredToo() && who.has(Role.PROFESSIONAL))) {
                return new Outcome.Declared();
            }
            if (declared) {
                declaring.withdraw(who, held);
            }
            return replace(who, held, marks);
        });
    }

    /// Without those of families of whom somebody objected since the list went out as the file knows it.
    static Marks thatCount(Held held, Marks sent) {
        return new Marks(
                sent.list(),
                sent.marks().stream()
                        .filter(mark -> id(mark.family().value())
                                .filter(held.overtaken()::contains)
                                .isEmpty())
                        .toList());
    }

    private Outcome replace(SignedIn who, Held held, Marks marks) {
        for (var mark : marks.marks()) {
            var family = id(mark.family().value()).orElseThrow();
            held.draft().judge(family, mark.priority() ? Judgement.PRIORITY : Judgement.NOT_PRIORITY, who.person());
        }
        held.draft().settle();
        holding.save(who, held);
        var now = lists.find(who.unitId(), held.list().ref()).orElseThrow(NotFound::new);
        return new Outcome.Done(now, held.receipt());
    }

    /// The families of whom a file says something else than what is held.
    static List<UUID> differences(Draft draft, Marks marks) {
        return marks.marks().stream()
                .filter(mark -> mark.priority()
                        != draft.of(id(mark.family().value()).orElseThrow())
                                .filter(Judgement.PRIORITY::equals)
                                .isPresent())
                .map(mark -> id(mark.family().value()).orElseThrow())
                .toList();
    }

    static Optional<UUID> id(String written) {
        try {
            var id = UUID.fromString(written);
            return id.toString().equals(written) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
