package org.kinmark.hub.objection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.page.Choice;
import org.kinmark.rules.Objection;

/// Who may say no for whom, as pages and the API write it.
public final class WhoSaysIt {

    private WhoSaysIt() {}

    /// Read; empty where it is written otherwise.
    public static Optional<Objection> of(String written) {
        for (var each : Objection.values()) {
            if (each != Objection.NONE && each.written().equals(written)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// The choices of a page on which somebody else writes it down.
    public static List<Choice> choices(String chosen) {
        return List.of(
                choice(Objection.SELF, "The person", null, chosen),
                choice(
                        Objection.PARENTAL_RESPONSIBILITY,
                        "Somebody with parental responsibility",
                        "Also for a young person of 16 or 17. The young person can object as well, whatever their parents say.",
                        chosen),
                choice(
                        Objection.ATTORNEY_OR_DEPUTY,
                        "An attorney or deputy",
                        "Where the person cannot decide this.",
                        chosen));
    }

    /// The choices of the form on which they say it.
    public static List<Choice> choicesOnTheForm(String chosen) {
        return List.of(
                choice(Objection.SELF, "For me", "You do not need to be an adult, and nobody has to agree.", chosen),
                choice(
                        Objection.PARENTAL_RESPONSIBILITY,
                        "For my child, or a child I am responsible for",
                        "Your child can also say no for themselves.",
                        chosen),
                choice(
                        Objection.ATTORNEY_OR_DEPUTY,
                        "For somebody I have the legal right to decide for",
                        "For example, you have a power of attorney.",
                        chosen));
    }

    private static Choice choice(Objection by, String text, @Nullable String hint, String chosen) {
        return new Choice(by.written(), text, hint, by.written().equals(chosen));
    }

    /// In words that follow "said by".
    public static String words(String written) {
        return of(written).map(WhoSaysIt::words).orElse("");
    }

    private static String words(Objection by) {
        return switch (by) {
            case NONE -> "nobody";
            case SELF -> "the person";
            case PARENTAL_RESPONSIBILITY -> "somebody with parental responsibility";
            case ATTORNEY_OR_DEPUTY -> "an attorney or deputy";
        };
    }
}
