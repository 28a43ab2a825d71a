package org.kinmark.rules.attack;

import java.util.Set;
import org.kinmark.rules.boundary.ServiceKind;

/// Something that an analyst would like to know. People and families are numbers, as in [Answered].
public sealed interface Statement {

    /// The person has this need.
    record Need(int person, String indicator) implements Statement {

        @Override
        public String toString() {
            return "Need[hidden]";
        }
    }

    /// The person has some need that was asked about.
    record SomeNeed(int person) implements Statement {

        @Override
        public String toString() {
            return "SomeNeed[hidden]";
        }
    }

    /// The person has one of these needs.
    ///
    /// @param indicators two
    record EitherNeed(int person, Set<String> indicators) implements Statement {

        public EitherNeed {
            indicators = Set.copyOf(indicators);
        }

        @Override
        public String toString() {
            return "EitherNeed[hidden]";
        }
    }

    /// One of two people has some need that was asked about.
    ///
    /// @param person the smaller number
    /// @param other the larger
    record OneOfTwo(int person, int other) implements Statement {

        @Override
        public String toString() {
            return "OneOfTwo[hidden]";
        }
    }

    /// Somebody of the family has one of these needs.
    ///
    /// @param indicators one, or two
    record InFamily(int family, Set<String> indicators) implements Statement {

        public InFamily {
            indicators = Set.copyOf(indicators);
        }

        @Override
        public String toString() {
            return "InFamily[hidden]";
        }
    }

    /// A service of one of these kinds said so of somebody of the family.
    ///
    /// @param kinds one; or one with those of which only the council's own units were asked, or those alone
    record Known(int family, Set<ServiceKind> kinds) implements Statement {

        public Known {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public String toString() {
            return "Known[hidden]";
        }
    }
}
