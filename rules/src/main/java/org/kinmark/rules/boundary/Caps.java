package org.kinmark.rules.boundary;

/// How much at most goes out in one round, as signed.
///
/// @param families that a round asks about, at least 1
/// @param onOneList families that one service is asked about, at least 1
public record Caps(int families, int onOneList) {

    public Caps {
        if (families < 1 || onOneList < 1) {
            throw new IllegalArgumentException("a cap is at least 1");
        }
    }
}
