package org.kinmark.linkage.page;

import java.io.IOException;

/// A bar in a table's cell, beside the number that it draws.
final class Bar {

    private static final double WIDTH = 200;

    private Bar() {}

    /// Writes a bar, and where nought is a line there.
    ///
    /// @param kind what it is called in the style; constant
    /// @param from where it begins, as a share of the whole width
    /// @param to where it ends, likewise, before or after
    /// @param nought where the line is, likewise; under 0 for none
    static void write(Html html, String kind, double from, double to, double nought) throws IOException {
        html.markup("<svg viewBox=\"0 0 201 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        rectangle(html, kind, Math.min(from, to), Math.abs(to - from));
        if (nought >= 0) {
            rectangle(html, "nought", nought, 0);
        }
        html.markup("</svg>");
    }

    private static void rectangle(Html html, String kind, double x, double width) throws IOException {
        html.markup("<rect class=\"" + kind + "\" x=\"" + tenths(x) + "\" width=\"" + Math.max(.6, tenths(width))
                + "\" height=\"10\"/>");
    }

    private static double tenths(double share) {
        return Math.rint(share * WIDTH * 10) / 10;
    }
}
