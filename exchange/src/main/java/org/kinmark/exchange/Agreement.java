package org.kinmark.exchange;

import java.time.LocalDate;
import java.util.List;

/// What a team and a service have agreed to look for, as it goes with a list.
///
/// @param asOf the day on which ages and months are counted
/// @param indicators at least one
public record Agreement(String ref, String title, LocalDate asOf, List<Indicator> indicators) {}
