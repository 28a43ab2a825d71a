package org.kinmark.hub.marking;

import java.util.List;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.Mistake;
import org.kinmark.rules.Decision;

/// What came of something that was done to a list.
sealed interface Outcome {

    /// It is done.
    ///
    /// @param receipt the same for the same content of the same list
    record Done(MyList list, String receipt) implements Outcome {}

    /// Nothing changed: the list is closed.
    record Closed() implements Outcome {}

    /// Nothing changed: the rules let no mark of this list be shared at this moment.
    record Withheld(Decision decision) implements Outcome {}

    /// Nothing changed: whoever would declare has no registration on record.
    record Unregistered() implements Outcome {}

    /// Nothing changed: the list is declared.
    record Declared() implements Outcome {}

    /// Nothing changed: what is held is not what was shown.
    record NotAsShown() implements Outcome {}

    /// Nothing changed: this person has no change to take back.
    record NothingToUndo() implements Outcome {}

    /// Nothing changed: somebody else judged the family meanwhile.
    ///
    /// @param now what it is judged now
    record Meanwhile(Judgement now) implements Outcome {}

    /// The others are saved; these were judged by somebody else meanwhile, and stay as they judged them.
    ///
    /// @param families how many
    record Overtaken(int families) implements Outcome {}

    /// What concerns other families is saved. The list was sent again, without somebody who objected: what was judged
    /// of their family before counts no more.
    record SentAgain() implements Outcome {}

    /// Nothing changed: other marks are held.
    ///
    /// @param families how many differ
    record Differs(int families) implements Outcome {}

    /// Nothing changed: there is something to put right.
    record Refused(List<Mistake> mistakes) implements Outcome {}
}
