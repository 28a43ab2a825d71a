package org.kinmark.hub.round;

import java.util.List;
import org.kinmark.hub.page.Moments;
import org.kinmark.rules.boundary.Check;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Mend;

/// What a check says, and what would mend it, for the family team.
final class Words {

    private Words() {}

    static String of(KeptOff why) {
        return switch (why) {
            case KeptOff.TooFewServices few ->
                "Only " + count(few.services(), "service", "services") + " of " + count(few.kinds(), "kind", "kinds")
                        + " could know it";
            case KeptOff.TooFewMembers few ->
                "Only " + count(few.people(), "member", "members") + " would be listed who can hide each other";
            case KeptOff.TooFewExplanations few ->
                "A signal could only mean " + count(few.people(), "member", "members") + ", "
                        + count(few.indicators(), "indicator", "indicators") + " and "
                        + count(few.kinds(), "kind of service", "kinds of service");
            case KeptOff.TooLittleRemains _ ->
                "Together with what was asked before, the answer would tell more than yes or no";
            case KeptOff.TooSoon soon ->
                "It, or most of its people under another reference, was asked about or declined not long ago; ask again from "
                        + Moments.day(soon.notBefore());
            case KeptOff.OverTheCap cap -> "The list is as long as was signed: " + cap.cap() + " families";
            case KeptOff.TooFewIndicators few ->
                "The agreement has only " + count(few.indicators(), "indicator", "indicators") + " of "
                        + count(few.groups(), "group", "groups");
            case KeptOff.TooFewFamilies few ->
                (few.families() == 0 ? "No family" : "Only " + count(few.families(), "family", "families"))
                        + " would be asked about; at least " + few.needed() + " are needed";
        };
    }

    /// A check, in a few words.
    static String title(Check check) {
        return switch (check) {
            case SERVICES -> "Too few services could know it";
            case MEMBERS -> "Too few members hide each other";
            case EXPLANATIONS -> "A yes could mean too few things";
            case SUBTRACTION -> "With earlier answers, a yes would tell too much";
            case AGAIN -> "Asked about not long ago";
            case CAP -> "Over what was signed";
            case INDICATORS -> "Too few indicators";
            case FAMILIES -> "Too few families";
        };
    }

    private static String count(int number, String one, String many) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + (number == 1 ? one : many);
    }

    /// What the checks themselves offer.
    static List<Mend> mendsOf(Check check) {
        return switch (check) {
            case SERVICES -> new KeptOff.TooFewServices(0, 0).mends();
            case MEMBERS -> new KeptOff.TooFewMembers(0).mends();
            case EXPLANATIONS -> new KeptOff.TooFewExplanations(0, 0, 0).mends();
            case SUBTRACTION -> new KeptOff.TooLittleRemains(0, 0, 0).mends();
            case AGAIN -> List.of(Mend.HOLD, Mend.CONSENT_FIRST);
            case CAP -> new KeptOff.OverTheCap(0).mends();
            case INDICATORS, FAMILIES -> List.of();
        };
    }

    static String of(Mend mend) {
        return switch (mend) {
            case ASK_AS_LAST_TIME ->
                "The same question again would tell nothing new, but cannot be asked as things are: members, services or health"
                        + " issues differ, or it was never asked";
            case HOLD -> "Leave it: the next round looks at it again";
            case CONSENT_FIRST -> "Approach the family first, and ask with consent";
        };
    }
}
