package org.kinmark.synthetic;

import java.time.LocalDate;
import org.kinmark.linkage.Sex;

/// One person's place in a household, before they have a name.
record Place(Role role, Sex sex, LocalDate birth) {}
