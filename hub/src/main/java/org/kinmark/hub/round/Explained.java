package org.kinmark.hub.round;

import java.util.List;
import org.kinmark.rules.boundary.Check;

/// A check that something of a round did not pass, for whoever it stops: what would be told without it, and
/// what would mend it.
///
/// @param title what it says, in a few words
/// @param why it is there, with an example
/// @param mend what can be done
/// @param families those that it keeps off, by the team's own reference; none where it is about the whole
///     round
public record Explained(String title, String why, String mend, List<String> families) {

    private static final int NAMED = 10;

    static Explained of(Check check, List<String> families) {
        return new Explained(Words.title(check), why(check), mend(check), List.copyOf(families));
    }

    /// The families in a few words: the first of them, and how many more.
    public String familiesInWords() {
        var named = String.join(", ", families.subList(0, Math.min(NAMED, families.size())));
        return families.size() > NAMED ? named + " and " + (families.size() - NAMED) + " more" : named;
    }

    static String why(Check check) {
        return switch (check) {
            case SERVICES ->
                "When only one kind of service is asked, its name is the answer. CAMHS alone means"
                        + " child mental health: a health priority would tell you what it is. With several"
                        + " services of different kinds, nobody can say which of them said yes.";
            case MEMBERS ->
                "A health priority is about a family, so that its members hide each other. In a family"
                        + " of one it would be about that person. Rows that are probably one person count as one,"
                        + " and somebody who was added later does not count at once, so that nobody can be found"
                        + " out by adding others around them.";
            case EXPLANATIONS ->
                "A health priority has to be able to mean different people, different health issues and"
                        + " different kinds of service. If a pregnancy is asked about in a family with one woman,"
                        + " the answer is her.";
            case SUBTRACTION ->
                "Whoever has two answers can subtract them. If last round said no signal about a mother"
                        + " and a son, and this one says health priority about them and a daughter, it is the"
                        + " daughter. A health issue that is new, or a service that is new, names itself in the"
                        + " same way.";
            case AGAIN ->
                "Asking again and again is watching a family: when an answer changes, something has"
                        + " happened to somebody. And a family that said no to support is left in peace.";
            case CAP ->
                "The services signed for lists of a certain size, because asking about more families"
                        + " than the team can approach would share names for nothing. The families that were"
                        + " imported first are asked about.";
            case INDICATORS ->
                "When one health issue is agreed, a health priority is that issue. Under an agreement"
                        + " about alcohol alone, it would tell you that somebody drinks. With several issues of"
                        + " different groups, a yes says none of them.";
            case FAMILIES ->
                "A round about very few families is a question about each of them, and how many answers"
                        + " come back tells about those few people.";
        };
    }

    private static String mend(Check check) {
        return switch (check) {
            case SERVICES ->
                "Let more services sign the agreement that could know these people, of at least two"
                        + " kinds; a unit of your own council does not count. Or approach these families first,"
                        + " and ask with consent.";
            case MEMBERS ->
                "If somebody else belongs to the family, import them; if they came later, record which"
                        + " other organisation knows them. Otherwise approach the family first, and ask with"
                        + " consent.";
            case EXPLANATIONS ->
                "More services, or an agreement on health issues that fit more people, would do it."
                        + " Otherwise approach the family first, and ask with consent.";
            case SUBTRACTION ->
                "Ask as last time, about the same people, services and health issues: that tells"
                        + " nothing new. Or leave the family to a later round, or approach it first.";
            case AGAIN -> "Leave the family to a later round, or approach it first, and ask with consent.";
            case CAP ->
                "Ask about families that meet more criteria, or agree on a larger number with the"
                        + " services. The others are looked at again in the next round.";
            case INDICATORS ->
                "Draft a new version of the agreement that names at least three health issues of two"
                        + " groups, and have it signed.";
            case FAMILIES ->
                "Ask about families that meet fewer criteria, or see below why families are kept off"
                        + " and what would bring them in.";
        };
    }
}
