package org.kinmark.hub.once;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.Side;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// Answers requests of the API that may be sent twice: `Idempotency-Key` is read here.
@Component
public class ApiAnswers {

    private static final String KEY = "Idempotency-Key";

    private final Once once;
    private final JsonMapper json;

    ApiAnswers(Once once, JsonMapper json) {
        this.once = once;
        this.json = json;
    }

    /// Does an act in a transaction of a side, or answers what was answered to the same key before.
    ///
    /// @param body what was sent, as it was understood
    public ResponseEntity<String> answer(
            Side side, UUID unit, UUID person, HttpStatus status, @Nullable Object body, Supplier<?> act) {
        var sent = json.writeValueAsBytes(body);
        return answer(side, unit, person, status, Once.digest(where(), sent), act);
    }

    /// The same for content of which only a digest may be kept.
    public ResponseEntity<String> answer(
            Side side, UUID unit, UUID person, HttpStatus status, byte[] digest, Supplier<?> act) {
        var request = new Once.Request(unit, person, request().getHeader(KEY), digest);
        var answer = once.answer(side, request, () -> json.writeValueAsString(act.get()));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    /// Which operation this is on what.
    public static String where() {
        var request = request();
        var query = request.getQueryString();
        return request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    @SuppressWarnings("NullAway") // there is a request wherever the API is called
    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.getRequestAttributes()).getRequest();
    }
}
