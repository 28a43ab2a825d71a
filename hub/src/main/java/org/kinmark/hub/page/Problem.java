package org.kinmark.hub.page;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Why a request of the API is refused: RFC 9457. Thrown within an act, so that the act does not happen.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient List<String> mistakes;

    /// @param status what kind of refusal it is
    /// @param detail one sentence, without anybody's data
    public Problem(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    /// @param mistakes each of what is to be put right, without anybody's data
    public Problem(HttpStatus status, String detail, List<String> mistakes) {
        super(detail, null, false, false);
        this.status = status;
        this.mistakes = List.copyOf(mistakes);
    }

    HttpStatus status() {
        return status;
    }

    /// The sentence.
    public String detail() {
        return String.valueOf(getMessage());
    }

    /// What is to be put right, where there is a list of it.
    public List<String> mistakes() {
        return mistakes;
    }
}
