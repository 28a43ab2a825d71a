package org.kinmark.cli;

import java.io.PrintWriter;
import java.util.List;
import org.kinmark.exchange.Mistake;
import org.kinmark.linkage.Progress;

/// How every command speaks on standard error: one line for each mistake or warning, and progress where a person looks.
final class Terminal implements Progress {

    /// The work failed.
    static final int FAILED = 1;
    /// The call or an input is wrong.
    static final int WRONG = 2;

    private static final int MISTAKES_SHOWN = 20;
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long BETWEEN_NANOS = 200_000_000L;

    private final PrintWriter err;
    private final boolean person;
    private final long started = System.nanoTime();
    private long lastShown;
    private boolean lineOpen;

    /// @param err standard error
    Terminal(PrintWriter err) {
        this.err = err;
        this.person = Boolean.getBoolean("kinmark.terminal");
    }

    /// Says what is wrong with the input, at most twenty lines and then how many more there are.
    ///
    /// @return the exit code
    int refuse(List<Mistake> mistakes) {
        endProgress();
        mistakes.stream().limit(MISTAKES_SHOWN).forEach(mistake -> err.println(mistake.sentence()));
        if (mistakes.size() > MISTAKES_SHOWN) {
            err.println("and " + (mistakes.size() - MISTAKES_SHOWN) + " more: " + mistakes.size() + " mistakes in all");
        }
        err.flush();
        return WRONG;
    }

    /// Says one sentence about the call itself.
    ///
    /// @return the exit code
    int refuse(String sentence) {
        say(sentence);
        return WRONG;
    }

    /// Says why the work could not be finished.
    ///
    /// @return the exit code
    int fail(String sentence) {
        say(sentence);
        return FAILED;
    }

    /// Says a sentence that stays.
    void say(String sentence) {
        endProgress();
        err.println(sentence);
        err.flush();
    }

    /// Shows how far the work is, to a person at a terminal and only where it takes more than two seconds.
    @Override
    public synchronized void report(String stage, double done) {
        long now = System.nanoTime();
        if (person && now - started > QUIET_NANOS && now - lastShown > BETWEEN_NANOS) {
            lastShown = now;
            lineOpen = true;
            err.print("\r\033[K" + stage + (done < 0 ? "" : " " + Math.round(done * 100) + " %"));
            err.flush();
        }
    }

    /// Clears the line of progress, so that what follows stands alone.
    synchronized void endProgress() {
        if (lineOpen) {
            lineOpen = false;
            err.print("\r\033[K");
            err.flush();
        }
    }
}
