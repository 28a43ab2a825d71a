package org.kinmark.hub.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kinmark.rules.boundary.Limit;

/// A setting of the checks, as pages say it.
///
/// @param name as the API writes it
/// @param words what it counts
/// @param standard what holds where an agreement says nothing
/// @param floor the least that may be agreed
/// @param agreed what holds under the terms
public record Setting(String name, String words, int standard, int floor, int agreed) {

    private static final Map<Limit, String> WORDS = Map.ofEntries(
            Map.entry(Limit.SERVICES_ASKED, "Services that could know a family"),
            Map.entry(Limit.KINDS_ASKED, "Kinds of service among them"),
            Map.entry(Limit.INDICATORS, "Indicators in the agreement"),
            Map.entry(Limit.INDICATOR_GROUPS, "Groups of indicators"),
            Map.entry(Limit.MEMBERS_LISTED, "Members of a family who are listed"),
            Map.entry(Limit.EXPLAINING_MEMBERS, "Members whom a yes could mean"),
            Map.entry(Limit.EXPLAINING_INDICATORS, "Indicators that a yes could mean"),
            Map.entry(Limit.EXPLAINING_KINDS, "Kinds of service that could have said yes"),
            Map.entry(Limit.FAMILIES_IN_ROUND, "Families in a round"),
            Map.entry(Limit.MONTHS_BETWEEN, "Months until a family is asked about again"),
            Map.entry(Limit.MONTHS_AFTER_DECLINING, "Months after a family declined"),
            Map.entry(Limit.SERVICES_ANSWERED, "Services that must have declared at the closing"));

    /// All settings under some terms, in the order of the checks.
    public static List<Setting> of(Terms terms) {
        var limits = Objects.requireNonNullElse(terms.limits(), Map.<String, Integer>of());
        return Arrays.stream(Limit.values())
                .map(limit -> {
                    var name = ReadTerms.written(limit);
                    return new Setting(
                            name,
                            WORDS.getOrDefault(limit, name),
                            limit.standard(),
                            limit.floor(),
                            limits.getOrDefault(name, limit.standard()));
                })
                .toList();
    }
}
