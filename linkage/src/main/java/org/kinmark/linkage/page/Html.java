package org.kinmark.linkage.page;

import java.io.IOException;
import java.io.Writer;

/// Writes a page. Text goes through [#text], which leaves nothing that a browser could take for markup.
public final class Html {

    private final Writer writer;

    /// Begins to write.
    public Html(Writer writer) {
        this.writer = writer;
    }

    /// Writes markup of ours; never a value.
    public Html markup(String constant) throws IOException {
        writer.write(constant);
        return this;
    }

    /// Writes a value as text or as an attribute between double quotation marks.
    public Html text(String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> writer.write("&amp;");
                case '<' -> writer.write("&lt;");
                case '>' -> writer.write("&gt;");
                case '"' -> writer.write("&quot;");
                case '\'' -> writer.write("&#39;");
                case '\r', '\n', '\t' -> writer.write("&#" + (int) c + ";");
                default -> writer.write(Character.isISOControl(c) ? '\uFFFD' : c);
            }
        }
        return this;
    }

    /// Writes one of the answers to a question: a radio button with its label, both constants of ours.
    public Html choice(String question, String value, String label) throws IOException {
        return markup("<label><input type=\"radio\" autocomplete=\"off\" name=\"" + question + "\" value=\"" + value
                + "\"> " + label + "</label>\n");
    }

    /// Writes a name in whatever direction its letters run, without turning what stands around it.
    public Html name(String value) throws IOException {
        return markup("<bdi>").text(value).markup("</bdi>");
    }
}
