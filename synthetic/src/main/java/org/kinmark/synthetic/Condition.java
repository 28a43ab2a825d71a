package org.kinmark.synthetic;

import java.time.LocalDate;

/// A row of `conditions.csv`, without its patient.
///
/// @param ended [LocalDate#MAX] where it has not
record Condition(Code code, LocalDate recorded, LocalDate ended) {}
