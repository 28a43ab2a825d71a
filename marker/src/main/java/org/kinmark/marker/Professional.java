package org.kinmark.marker;

import java.time.LocalDate;

/// Who says something of links in this call.
///
/// @param name as a colleague would know it in a year's time
/// @param today the day on which it is taken down
public record Professional(String name, LocalDate today) {}
