package org.kinmark.synthetic;

import java.time.LocalDate;

/// A person's problem over a time, and where it was written down.
///
/// @param until the day it ended, or [LocalDate#MAX] where it has not
/// @param atPractice whether the person's practice has it in its records
/// @param atSpecialist whether the service that treats it has
record Episode(Problem problem, LocalDate since, LocalDate until, boolean atPractice, boolean atSpecialist) {

    boolean isOpen() {
        return until.equals(LocalDate.MAX);
    }
}
