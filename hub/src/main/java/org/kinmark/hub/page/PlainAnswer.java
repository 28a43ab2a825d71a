package org.kinmark.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// An answer where no page can be made, because nothing is known of the request yet or nothing more is to be done
/// for it: a problem (RFC 9457) under `/api`, otherwise a small page. It quotes nothing of what was sent, is kept
/// nowhere, and names no program.
public final class PlainAnswer {

    /// What a page may load and where its forms may go: here, and nowhere else.
    public static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /// What a page may ask of the device: nothing.
    public static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    /// Said of what is larger than the hub takes.
    static final String TOO_LARGE = "Send a file of at most 50 MB. Nothing of this one was kept.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB" class="govuk-template govuk-template--rebranded">
            <head>
            <meta charset="utf-8">
            <title>{title} – Family team and health services – Kinmark</title>
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="robots" content="noindex">
            <link rel="stylesheet" href="/assets/kinmark.css">
            </head>
            <body class="govuk-template__body">
            <header class="kinmark-header"><div class="govuk-width-container kinmark-header__row">
            <a class="kinmark-header__name" href="/">Kinmark</a>
            </div></header>
            <div class="govuk-width-container"><main class="govuk-main-wrapper" id="content">
            <h1 class="govuk-heading-l">{title}</h1>
            <p class="govuk-body">{detail}</p>
            <p class="govuk-body"><a class="govuk-link" href="/">Go to your start page</a></p>
            </main></div>
            </body>
            </html>
            """;

    private PlainAnswer() {}

    /// Answers, unless something was answered already.
    ///
    /// @param detail a sentence of ours, without markup
    public static void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        boolean ofTheApi = isOfTheApi(request.getRequestURI());
        response.setStatus(status.value());
        headers(request.isSecure(), response);
        var body = (ofTheApi
                        ? problem(status, detail)
                        : PAGE.replace("{title}", title(status)).replace("{detail}", detail))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(ofTheApi ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// Whether a program asks, by the path as it was sent: nothing has made sense of it yet.
    static boolean isOfTheApi(@Nullable String path) {
        return path != null && path.replaceAll("^/+", "/").matches("(/api|/oauth2/token)([/;?%].*)?");
    }

    private static String title(HttpStatus status) {
        return status == HttpStatus.NOT_FOUND ? "Page not found" : "This needs something else";
    }

    private static String problem(HttpStatus status, String detail) {
        return "{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value()
                + ",\"detail\":\"" + detail + "\"}";
    }

    /// The headers that every answer has, where the chains that set them were not reached.
    private static void headers(boolean isSecure, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
        response.setHeader("Permissions-Policy", PERMISSIONS);
        if (isSecure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
    }
}
