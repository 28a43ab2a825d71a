package org.kinmark.synthetic;

import java.time.LocalDate;
import org.kinmark.linkage.Sex;

/// An invented person as they truly are, before anybody writes them down.
///
/// @param number counts everybody in the area from 0; what is drawn for one person hangs on it
/// @param second another given name, empty for some
/// @param formerFamily the family name at birth where it is another, else the same as `family`
/// @param otherForm the family name as a woman's brother or a man's sister bears it: for most the same
/// @param sex female or male
record Person(
        int number,
        String given,
        String second,
        String family,
        String formerFamily,
        String otherForm,
        LocalDate birth,
        Sex sex,
        Home home) {

    /// Completed years.
    int age(LocalDate on) {
        return Ages.between(birth, on);
    }
}
