package org.kinmark.hub.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what is too large for the API before any of it is read, so that nobody can fill the hub's memory. What does
/// not say its length is refused too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargestBody extends OncePerRequestFilter {

    private static final long LARGEST = 50L << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getServletPath().startsWith("/api/")) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LARGEST) {
            PlainAnswer.send(request, response, HttpStatus.CONTENT_TOO_LARGE, PlainAnswer.TOO_LARGE);
        } else if (request.getHeader("Transfer-Encoding") != null) {
            PlainAnswer.send(
                    request, response, HttpStatus.LENGTH_REQUIRED, "Send the Content-Length of what you send.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
