package org.kinmark.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.Sex;

/// One health issue that both sides have agreed on.
///
/// @param group what it belongs to, such as `mental_health`
/// @param codes empty where it is for a professional's judgement alone
/// @param withinMonths how recently a code must have been recorded; null where there is no limit
/// @param minAge in completed years, inclusive; null where there is no limit, and so the next
/// @param sex null where it is for everyone
public record Indicator(
        String id,
        String title,
        String group,
        List<Code> codes,
        @Nullable Integer withinMonths,
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        @Nullable Sex sex) {}
