package org.kinmark.rules.attack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What logic says of a statement.
///
/// @param verdict null where it leaves it open
record Draft(int family, @Nullable Verdict verdict, List<Answered> because) {

    Finding finding(Statement statement, double before, double after) {
        return switch (verdict) {
            case CERTAIN, ONE_OF_TWO -> new Finding(family, statement, verdict, because, before, 1);
            case RULED_OUT_BESIDE_A_SIGNAL, RULED_OUT ->
                // Nobody said so; a need may be there all the same.
                new Finding(
                        family, statement, verdict, because, before, statement instanceof Statement.Known ? 0 : after);
            case LIKELIER, LESS_LIKELY -> throw new IllegalStateException("logic does not say how likely");
            case null -> {
                var moved = after > before ? Verdict.LIKELIER : Verdict.LESS_LIKELY;
                yield new Finding(family, statement, moved, List.of(), before, after);
            }
        };
    }
}
