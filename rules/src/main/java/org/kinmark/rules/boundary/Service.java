package org.kinmark.rules.boundary;

import java.time.LocalDate;

/// A service that a round may ask, as its entry in the agreement describes it.
public sealed interface Service {

    /// Opaque; no two services of an area share one.
    String id();

    /// What it does.
    ServiceKind kind();

    /// Whether it is a unit of the team's own council, which counts towards no minimum of services or kinds.
    boolean isOfTheCouncil();

    /// Whether it could know the member: only then is the member listed to it.
    ///
    /// @param asOf the day on which ages are counted: the round's opening day
    boolean couldKnow(Member member, LocalDate asOf);

    /// A general practice: it gets the people whose own practice it is, and no other member of their families.
    ///
    /// @param odsCode as members' records write it
    record Practice(String id, String odsCode) implements Service {

        @Override
        public ServiceKind kind() {
            return ServiceKind.GP_PRACTICE;
        }

        @Override
        public boolean isOfTheCouncil() {
            return false;
        }

        @Override
        public boolean couldKnow(Member member, LocalDate asOf) {
            return member.practice().filter(odsCode::equals).isPresent();
        }
    }

    /// A service for a whole area: it gets the people of the ages that it is for.
    record AreaWide(String id, ServiceKind kind, AgeRange ages, boolean isOfTheCouncil) implements Service {

        @Override
        public boolean couldKnow(Member member, LocalDate asOf) {
            return ages.includes(member.age(asOf));
        }
    }
}
