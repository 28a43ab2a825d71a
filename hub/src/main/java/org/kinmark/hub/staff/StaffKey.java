package org.kinmark.hub.staff;

import java.io.Serializable;
import java.util.UUID;

/// Which record of staff: all that a session keeps of a person.
record StaffKey(UUID unit, UUID person) implements Serializable {}
