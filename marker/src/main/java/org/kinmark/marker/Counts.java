package org.kinmark.marker;

/// What a service may be told about the work as a whole: numbers only.
///
/// @param listed people on the list
/// @param families on the list
/// @param listWrongNhsNumbers NHS Numbers on the list that are none
/// @param patients who may be matched
/// @param objected patients left out because they object
/// @param gone patients left out because they had left or died
/// @param registerWrongNhsNumbers NHS Numbers in the register that are none
/// @param wrongDates dates in the register that are none
/// @param conditions rows of conditions
/// @param conditionsLeftOut of them, without a usable patient, date or code
/// @param conditionsOfOthers of them, of nobody who may be matched
/// @param linked people taken as a patient
/// @param doubtful people who may be a patient
/// @param suggested families
/// @param toJudge families that a professional has to decide: suggested, or with a doubtful link
/// @param settled what professionals' words did to the links
/// @param cut from which probability on a link was taken as certain; infinite where none is
public record Counts(
        int listed,
        int families,
        int listWrongNhsNumbers,
        int patients,
        int objected,
        int gone,
        int registerWrongNhsNumbers,
        int wrongDates,
        int conditions,
        int conditionsLeftOut,
        int conditionsOfOthers,
        int linked,
        int doubtful,
        int suggested,
        int toJudge,
        Settled settled,
        double cut) {

    /// What professionals' words did to the links.
    ///
    /// @param taken people taken as a patient on a word
    /// @param setAside links left out on a word
    /// @param setAsideThoughLikely of them, likely enough to have been taken
    /// @param dropped words of patients who have left or object, or older than two years
    public record Settled(int taken, int setAside, int setAsideThoughLikely, int dropped) {}
}
