package org.kinmark.hub.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kinmark.hub.staff.Role;

/// Everything that the hub ever writes to anybody. None has a place for a name, a number or a date: who reads over a
/// shoulder, or at the mail server, learns that somebody uses Kinmark.
///
/// There is no link either, so that nobody gets used to signing in from a message.
public enum Letter {
    /// To the whole team, whether the round was released or void.
    ROUND_IS_OVER(
            "A round is over",
            "A round of your team is over. Sign in as you usually do to see what came of it.",
            false),
    /// To those who prepare and judge at a service.
    LIST_WAITS(
            "A list waits for your service",
            "A list waits for your service. Sign in as you usually do to judge it.",
            true),
    /// To the same, while nobody has declared.
    LIST_CLOSES_SOON(
            "A list of your service closes soon",
            "A list of your service closes within three days, and nobody has declared it yet. Sign in as you usually do"
                    + " to judge and declare it.",
            true),
    /// To the same, where they had declared: what they judged of somebody's family counts no more.
    LIST_SENT_AGAIN(
            "A list of your service was sent again",
            "A list that your service has declared was sent again. Sign in as you usually do to judge what is not judged"
                    + " any more, and to declare again.",
            true);

    private static final String SENDER = """


            This message was written by a program. Please do not answer it.
            """;

    private final String subject;
    private final String text;
    private final boolean toThoseWhoJudge;

    Letter(String subject, String text, boolean toThoseWhoJudge) {
        this.subject = subject;
        this.text = text;
        this.toThoseWhoJudge = toThoseWhoJudge;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text + SENDER;
    }

    /// Whom of a unit it goes to, by role; empty for everybody.
    List<String> roles() {
        return toThoseWhoJudge ? List.of(Role.PROFESSIONAL.written(), Role.SERVICE_LEAD.written()) : List.of();
    }

    /// As the database writes it.
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Letter of(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written().equals(written))
                .findFirst()
                .orElseThrow();
    }
}
