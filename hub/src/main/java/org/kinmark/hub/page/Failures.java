package org.kinmark.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// What is answered where a request comes to nothing: a page, or for the API a problem (RFC 9457). Neither quotes what
/// was sent, nor tells "not there" from "not yours".
@ControllerAdvice
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Pages pages;

    Failures(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(NotFound.class)
    Object notFound(HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "There is nothing here for you.", List.of());
    }

    @ExceptionHandler(Problem.class)
    Object problem(HttpServletRequest request, Problem problem) {
        return answer(request, problem.status(), problem.detail(), problem.mistakes());
    }

    /// A form whose parts cannot be read is found where its first field is asked for, before anybody asks for the file.
    @ExceptionHandler(InvalidParameterException.class)
    Object unreadable(HttpServletRequest request, InvalidParameterException failure) {
        return failure.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? tooLarge(request)
                : answer(request, HttpStatus.BAD_REQUEST, "The request cannot be read as it is.", List.of());
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return answer(request, HttpStatus.CONTENT_TOO_LARGE, PlainAnswer.TOO_LARGE, List.of());
    }

    /// Everything else. What Spring refuses has its status; what nobody thought of is logged by its type alone, for a
    /// message may quote a person.
    @ExceptionHandler(Exception.class)
    Object other(HttpServletRequest request, Exception failure) {
        if (failure instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(refusal.getStatusCode().value());
            return status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED
                    ? notFound(request)
                    : answer(request, status, "The request cannot be read as it is.", List.of());
        }
        if (failure instanceof org.springframework.http.converter.HttpMessageNotReadableException
                || failure instanceof org.springframework.web.method.annotation.MethodArgumentTypeMismatchException
                || failure instanceof org.springframework.web.multipart.MultipartException) {
            return answer(request, HttpStatus.BAD_REQUEST, "The request cannot be read as it is.", List.of());
        }
        var trace = failure.getStackTrace();
        LOG.error(
                "A request came to nothing: {} at {}",
                failure.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return answer(
                request, HttpStatus.INTERNAL_SERVER_ERROR, "This did not work, and nothing was changed.", List.of());
    }

    private Object answer(HttpServletRequest request, HttpStatus status, String detail, List<String> mistakes) {
        if (PlainAnswer.isOfTheApi(request.getRequestURI())) {
            var body = new java.util.LinkedHashMap<String, Object>();
            body.put("type", "about:blank");
            body.put("title", status.getReasonPhrase());
            body.put("status", status.value());
            body.put("detail", detail);
            if (!mistakes.isEmpty()) {
                body.put("mistakes", mistakes);
            }
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }
        return status == HttpStatus.NOT_FOUND
                ? pages.show("page/notFound", "Page not found", Map.of(), status)
                : pages.show(
                        "page/problem",
                        "This needs something else",
                        Map.of("detail", detail, "mistakes", mistakes),
                        status);
    }
}
