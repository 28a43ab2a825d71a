package org.kinmark.linkage.page;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/// A page in one file: everything that it needs is inside, and its policy lets it fetch and send nothing, run no script
/// but its own and be styled by nothing else.
public final class SinglePage {

    private final String style;
    private final String script;

    /// @param style what the page has besides the look that all of them share; CSS of ours
    /// @param script JavaScript of ours
    public SinglePage(String style, String script) {
        this.style = resource(SinglePage.class, "page.css") + style;
        this.script = script;
    }

    /// A text that stands beside a class.
    ///
    /// @throws IllegalStateException where there is none
    public static String resource(Class<?> beside, String name) {
        try (var bytes = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is part of the program and cannot be read", e);
        }
    }

    /// Writes everything before what the page says.
    public Html begin(Writer writer, String title) throws IOException {
        var html = new Html(writer);
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + hash(style) + "'; script-src 'sha256-" + hash(script)
                + "'; base-uri 'none'; form-action 'none'\">\n");
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        html.text(title + ", Kinmark");
        html.markup("</title>\n<style>").markup(style).markup("</style>\n</head>\n<body>\n");
        return html.markup("<header class=\"top\"><p>Kinmark</p></header>\n<main>\n");
    }

    /// Writes everything after it.
    public void end(Html html) throws IOException {
        html.markup("</main>\n<script>").markup(script).markup("</script>\n</body>\n</html>\n");
    }

    private static String hash(String inline) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
