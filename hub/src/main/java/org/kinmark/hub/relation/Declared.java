package org.kinmark.hub.relation;

/// A relation as whoever declared it sees it.
///
/// @param reference the team's own, of a family that there may be or not
/// @param since in words
public record Declared(String reference, String since) {

    @Override
    public String toString() {
        return "Declared[hidden]";
    }
}
