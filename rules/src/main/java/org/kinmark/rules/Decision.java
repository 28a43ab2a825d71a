package org.kinmark.rules;

import java.util.List;

/// What the rules say to a request, with the rule and the row that it rests on. Every list is sorted.
public sealed interface Decision {

    /// The row of the tables.
    Row row();

    /// The rule that the row rests on.
    Rule rule();

    /// Why it is withheld or referred; empty where it is shared.
    default List<Reason> reasons() {
        return List.of();
    }

    /// What comes with sharing or with refusing.
    default List<Duty> duties() {
        return List.of();
    }

    /// Who may judge; empty unless it is referred.
    default List<Adviser> referTo() {
        return List.of();
    }

    /// May be shared; under a legal requirement, must be.
    record Share(Row row, Rule rule, List<Duty> duties) implements Decision {

        public Share {
            duties = Word.sorted(duties);
        }

        Share(Row row, Rule rule, Duty... duties) {
            this(row, rule, List.of(duties));
        }
    }

    /// May not be shared.
    record Withhold(Row row, Rule rule, List<Reason> reasons, List<Duty> duties) implements Decision {

        public Withhold {
            reasons = Word.sorted(reasons);
            duties = Word.sorted(duties);
        }

        Withhold(Row row, Rule rule, Reason reason, Duty... duties) {
            this(row, rule, List.of(reason), List.of(duties));
        }

        Withhold(Row row, Rule rule, Reason reason, List<Duty> duties) {
            this(row, rule, List.of(reason), duties);
        }

        Withhold(Row row, Rule rule, List<Reason> reasons) {
            this(row, rule, reasons, List.of());
        }
    }

    /// A person must judge first: their recorded approval goes into the request, and it is asked again.
    record Refer(Row row, Rule rule, List<Adviser> referTo, List<Reason> reasons) implements Decision {

        public Refer {
            referTo = Word.sorted(referTo);
            reasons = Word.sorted(reasons);
        }

        Refer(Row row, Rule rule, List<Adviser> referTo, Reason reason) {
            this(row, rule, referTo, List.of(reason));
        }
    }
}
