package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.Set;

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

    /// Whether the member is listed to it: it could know them, and nothing keeps them to other services.
    default boolean gets(Member member, LocalDate asOf) {
        return member.onlyTo().map(ids -> ids.contains(id())).orElse(true) && couldKnow(member, asOf);
    }

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

    /// A service for a whole area: it gets the people of the ages and districts that it is for.
    ///
    /// @param districts outward parts of postcodes (`SE15`), or the letters that those begin with (`SE`); none
    ///     where it is for everybody
    record AreaWide(String id, ServiceKind kind, AgeRange ages, boolean isOfTheCouncil, Set<String> districts)
            implements Service {

        public AreaWide {
            districts = Set.copyOf(districts);
        }

        /// For everybody of these ages.
        public AreaWide(String id, ServiceKind kind, AgeRange ages, boolean isOfTheCouncil) {
            this(id, kind, ages, isOfTheCouncil, Set.of());
        }

        @Override
        public boolean couldKnow(Member member, LocalDate asOf) {
            return ages.includes(member.age(asOf))
                    && (districts.isEmpty()
                            || member.district().filter(this::covers).isPresent());
        }

        private boolean covers(String district) {
            return districts.contains(district) || districts.contains(district.replaceFirst("[0-9].*", ""));
        }
    }
}
