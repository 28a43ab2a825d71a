package org.kinmark.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kinmark.rules.boundary.AgeRange;
import org.kinmark.rules.boundary.Indicator;
import org.kinmark.rules.boundary.Member;
import org.kinmark.rules.boundary.Service;
import org.kinmark.rules.boundary.ServiceKind;
import org.kinmark.rules.boundary.Sex;

/// What files say, in the words in which the rules ask: no names, and nothing that the rules do not read.
public final class AsRules {

    private AsRules() {}

    /// Each entry with the service that it describes, in order.
    public static Map<ServiceEntry, Service> services(List<ServiceEntry> entries) {
        var services = new LinkedHashMap<ServiceEntry, Service>();
        entries.forEach(entry -> services.put(entry, service(entry)));
        return services;
    }

    private static Service service(ServiceEntry entry) {
        return entry.kind() == ServiceKind.GP_PRACTICE
                ? new Service.Practice(entry.id(), entry.odsCode())
                : new Service.AreaWide(
                        entry.id(),
                        entry.kind(),
                        range(entry.minAge(), entry.maxAge()),
                        entry.kind() == ServiceKind.ADULT_SOCIAL_CARE);
    }

    /// An indicator, without its codes.
    public static Indicator indicator(org.kinmark.exchange.Indicator agreed) {
        return new Indicator(agreed.id(), agreed.group(), range(agreed.minAge(), agreed.maxAge()), sex(agreed.sex()));
    }

    /// A row of a family.
    ///
    /// @param person as in [Member]
    public static Member member(FamilyMember member, int person) {
        var identity = member.identity();
        return new Member(
                person,
                Optional.ofNullable(identity.birthDate()),
                sex(identity.sex()),
                Optional.of(member.gpPractice()).filter(code -> !code.isEmpty()));
    }

    /// From one age to another; null where there is no limit.
    public static AgeRange range(@Nullable Integer min, @Nullable Integer max) {
        return new AgeRange(
                min == null ? OptionalInt.empty() : OptionalInt.of(min),
                max == null ? OptionalInt.empty() : OptionalInt.of(max));
    }

    /// A sex; empty where it is not known.
    public static Optional<Sex> sex(org.kinmark.linkage.@Nullable Sex sex) {
        return switch (sex) {
            case null -> Optional.empty();
            case FEMALE -> Optional.of(Sex.FEMALE);
            case MALE -> Optional.of(Sex.MALE);
            case OTHER -> Optional.of(Sex.OTHER);
            case UNKNOWN -> Optional.empty();
        };
    }
}
