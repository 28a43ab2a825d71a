package org.kinmark.hub.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses an address or headers that are longer than anything of ours needs. The web server takes some more, so
/// that it is known by then whether a program or a browser asks.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargestHead extends OncePerRequestFilter {

    private static final int LONGEST_ADDRESS = 8 << 10;
    private static final int LONGEST_HEADERS = 12 << 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            PlainAnswer.send(request, response, HttpStatus.URI_TOO_LONG, "Send a shorter address.");
        } else if (lengthOfHeaders(request) > LONGEST_HEADERS) {
            PlainAnswer.send(request, response, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Send shorter headers.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static int lengthOfHeaders(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .mapToInt(name -> Collections.list(request.getHeaders(name)).stream()
                        .mapToInt(value -> name.length() + value.length())
                        .sum())
                .sum();
    }
}
