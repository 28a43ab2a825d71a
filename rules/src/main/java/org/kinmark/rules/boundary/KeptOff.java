package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.List;

/// Why a family may not be asked about, or a round not opened: the check that was not passed, and what was counted.
///
/// All of it is what the family team knows anyway, so it may be shown and says nothing about health.
public sealed interface KeptOff {

    /// The check that was not passed.
    Check check();

    /// What can be done about it, most promising first; none where it concerns the whole round.
    List<Mend> mends();

    /// Too few services that could know someone of the family, or of too few kinds; units of the council not counted.
    record TooFewServices(int services, int kinds) implements KeptOff {

        @Override
        public Check check() {
            return Check.SERVICES;
        }

        @Override
        public List<Mend> mends() {
            return List.of(Mend.CONSENT_FIRST, Mend.HOLD);
        }
    }

    /// Too few people of the family whom any service could know, and who count.
    record TooFewMembers(int people) implements KeptOff {

        @Override
        public Check check() {
            return Check.MEMBERS;
        }

        @Override
        public List<Mend> mends() {
            return List.of(Mend.CONSENT_FIRST, Mend.HOLD);
        }
    }

    /// What could explain a 1 is spread over too few people, indicators or kinds of service.
    record TooFewExplanations(int people, int indicators, int kinds) implements KeptOff {

        @Override
        public Check check() {
            return Check.EXPLANATIONS;
        }

        @Override
        public List<Mend> mends() {
            return List.of(Mend.CONSENT_FIRST, Mend.HOLD);
        }
    }

    /// With what was asked before, or about others in this round, too little would hide what a 1 means.
    record TooLittleRemains(int people, int indicators, int kinds) implements KeptOff {

        @Override
        public Check check() {
            return Check.SUBTRACTION;
        }

        @Override
        public List<Mend> mends() {
            return List.of(Mend.ASK_AS_LAST_TIME, Mend.HOLD, Mend.CONSENT_FIRST);
        }
    }

    /// It was asked about, or declined, not long enough ago.
    record TooSoon(LocalDate notBefore) implements KeptOff {

        @Override
        public Check check() {
            return Check.AGAIN;
        }

        @Override
        public List<Mend> mends() {
            return List.of(Mend.HOLD, Mend.CONSENT_FIRST);
        }
    }

    /// The round, or one service's list, is as long as was signed.
    record OverTheCap(int cap) implements KeptOff {

        @Override
        public Check check() {
            return Check.CAP;
        }

        @Override
        public List<Mend> mends() {
            return List.of(Mend.HOLD, Mend.CONSENT_FIRST);
        }
    }

    /// The agreement names too few indicators, or of too few groups: no family of the round may be asked about.
    record TooFewIndicators(int indicators, int groups) implements KeptOff {

        @Override
        public Check check() {
            return Check.INDICATORS;
        }

        @Override
        public List<Mend> mends() {
            return List.of();
        }
    }

    /// Too few families are left to ask about: the round may not be opened.
    ///
    /// @param needed as the agreement says
    record TooFewFamilies(int families, int needed) implements KeptOff {

        @Override
        public Check check() {
            return Check.FAMILIES;
        }

        @Override
        public List<Mend> mends() {
            return List.of();
        }
    }
}
