package org.kinmark.rules.boundary;

/// What one service that was asked about a family, and answered by the closing, said of it.
///
/// @param mark whether it judged the family a priority
public record Answer(Service service, boolean mark) {

    /// Says nothing: what one service said is never shown.
    @Override
    public String toString() {
        return "Answer[hidden]";
    }
}
