package org.kinmark.hub.marking;

import org.kinmark.exchange.Judgement;

/// What came of something, for whoever judges a list on pages.
final class Words {

    private Words() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "Saved.";
            case Outcome.Closed() -> "This list is closed. Nothing was changed.";
            case Outcome.Withheld(var decision) ->
                "The agreement under which this list was sent is not in force any more, so nothing of it may be shared"
                        + " (rule " + decision.rule().number() + "). Nothing was changed.";
            case Outcome.Unregistered() ->
                "Your registration number is not recorded, so you cannot declare. Ask your administrator.";
            case Outcome.Declared() -> "This list is declared. Withdraw the declaration before you change a judgement.";
            case Outcome.NotAsShown() ->
                "The judgements changed after they were shown to you. Nothing is declared yet: look at the numbers again.";
            case Outcome.NothingToUndo() ->
                "There is no change of yours to take back. What was said last stands, or is a colleague’s.";
            case Outcome.Meanwhile(var now) ->
                "A colleague judged this family meanwhile: " + inWords(now) + ". Theirs stands; choose again to change"
                        + " it.";
            case Outcome.Overtaken(int families) ->
                "Saved, except " + families + (families == 1 ? " family" : " families")
                        + " that a colleague judged meanwhile. Theirs stands; choose again to change it.";
            case Outcome.SentAgain() ->
                "Somebody on this list objected, so it was sent again without them. Judge their family again; what you"
                        + " chose for other families is saved.";
            case Outcome.Differs _ -> "Other judgements are held.";
            case Outcome.Refused(var mistakes) -> String.join(". ", MarksMistakes.said(mistakes));
        };
    }

    static String inWords(Judgement judgement) {
        return switch (judgement) {
            case PRIORITY -> "a priority";
            case NOT_PRIORITY -> "not a priority";
            case NOT_JUDGED -> "not judged";
        };
    }
}
