package org.kinmark.marker;

import java.time.LocalDate;

/// What a professional said of a link, once and for all.
///
/// @param same whether the person on the list is the patient
/// @param by who said it, by name
/// @param on the day on which it was taken down
record Word(boolean same, String by, LocalDate on) {}
