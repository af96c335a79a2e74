package se.samplan.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.samplan.access.AccessRefusal;
import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.store.TransientFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** Turns every refusal into {@code application/problem+json} with its code, and echoes nothing of the request. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    /** The name of a field, nested or indexed; anything else that is sent as a name may hold a person's number. */
    private static final Pattern NAME =
            Pattern.compile("(?:(?:[a-zA-Z]{1,40}|\\[[0-9]{1,3}])(?:\\[[0-9]{1,3}])*+(?:[.](?=.)|$))*+");

    /** A field of the request that cannot be read; without its name if that is not a valid one. */
    record FieldError(String field, String code) {

        FieldError {
            field = NAME.matcher(field).matches() ? field : "";
        }
    }

    /** The instance would be the path, which may hold what somebody typed into it: it is set, so that Spring does not. */
    @JsonIgnoreProperties("instance")
    static final class Problem extends ProblemDetail {

        private static final URI SET = URI.create("about:blank");

        Problem(int status) {
            super(status);
            setInstance(SET);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(Rejected rejected) {
        return answer(rejected.reason(), rejected.details());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        var field = unreadable.getCause() instanceof JacksonException cause ? path(cause) : "";
        var code = unreadable.getCause() instanceof ReadableText.NotReadable text
                ? text.fault().name()
                : "UNREADABLE";
        return invalid(List.of(new FieldError(field, code)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException invalid) {
        return invalid(invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), code(error.getCode())))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid) {
        return invalid(invalid.getParameterValidationResults().stream()
                .map(result -> new FieldError(
                        String.valueOf(result.getMethodParameter().getParameterName()), "INVALID"))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(jakarta.validation.ConstraintViolationException invalid) {
        return invalid(invalid.getConstraintViolations().stream()
                .map(Problems::fieldError)
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return invalid(List.of(new FieldError(mismatch.getName(), "UNREADABLE")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestValueException missing) {
        var name = missing instanceof MissingServletRequestParameterException parameter
                ? parameter.getParameterName()
                : "";
        return invalid(List.of(new FieldError(name, "MISSING")));
    }

    /** Headers and queries that the server or the firewall stops only when they are read. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<ProblemDetail> stopped(Exception stopped) {
        return invalid(List.of(new FieldError("", "UNREADABLE")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothing(NoResourceFoundException nothing) {
        return answer(AccessRefusal.NO_SUCH_RESOURCE);
    }

    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        ErrorResponseException.class
    })
    ResponseEntity<ProblemDetail> framework(Exception exception) {
        var response = (ErrorResponse) exception;
        return answer(ofProtocol(response.getStatusCode().value()), Map.of(), response.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception exception) {
        if (TransientFailure.explains(exception)) {
            LOG.warn("the store did not answer: {}", exception.getClass().getName());
            return answer(AccessRefusal.STORE_NOT_REACHABLE);
        }
        LOG.error("unforeseen {}", StackLocations.of(exception));
        return answer(AccessRefusal.UNFORESEEN);
    }

    /** The problem of a reason. */
    static ProblemDetail problemOf(Reason reason) {
        var problem = new Problem(reason.kind().status());
        problem.setType(URI.create("urn:samplan:problem:" + reason.name()));
        problem.setDetail(reason.text().en());
        problem.setProperty("code", reason.name());
        problem.setProperty("sv", reason.text().sv());
        problem.setProperty("en", reason.text().en());
        return problem;
    }

    /** Writes the problem of a reason where no controller answers. */
    static void write(HttpServletResponse response, Reason reason) throws IOException {
        response.setStatus(reason.kind().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problemOf(reason)));
    }

    /** The refusal of a status that the server or the framework chose. */
    static AccessRefusal ofProtocol(int status) {
        return switch (status) {
            case 401 -> AccessRefusal.UNAUTHENTICATED;
            case 403 -> AccessRefusal.NOT_ALLOWED;
            case 404 -> AccessRefusal.NO_SUCH_RESOURCE;
            case 405, 501 -> AccessRefusal.METHOD_NOT_ALLOWED;
            case 413 -> AccessRefusal.TOO_LARGE;
            case 415 -> AccessRefusal.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> AccessRefusal.TOO_BUSY;
            case 505 -> AccessRefusal.INVALID_REQUEST;
            default -> status < 500 ? AccessRefusal.INVALID_REQUEST : AccessRefusal.UNFORESEEN;
        };
    }

    private static ResponseEntity<ProblemDetail> invalid(List<FieldError> errors) {
        return answer(AccessRefusal.INVALID_REQUEST, Map.of("errors", errors));
    }

    private static ResponseEntity<ProblemDetail> answer(Reason reason) {
        return answer(reason, Map.of());
    }

    private static ResponseEntity<ProblemDetail> answer(Reason reason, Map<String, Object> details) {
        return answer(reason, details, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(Reason reason, Map<String, Object> details, HttpHeaders more) {
        var problem = problemOf(reason);
        details.forEach(problem::setProperty);
        var headers = new HttpHeaders();
        headers.putAll(more);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (reason.kind() == Kind.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return new ResponseEntity<>(
                problem, headers, HttpStatusCode.valueOf(reason.kind().status()));
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var last = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .reduce((first, second) -> second)
                .map(Object::toString)
                .orElse("");
        var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new FieldError(last, code(annotation.getSimpleName()));
    }

    private static String code(@Nullable String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "MISSING";
            case "Size", "Max", "Min", "DecimalMax", "DecimalMin", "Digits", "Positive" -> "OUT_OF_RANGE";
            case null, default -> "INVALID";
        };
    }

    private static String path(JacksonException exception) {
        if (exception instanceof StreamReadException && exception.processor() instanceof JsonParser parser) {
            return named(parser.streamReadContext());
        }
        return exception.getPath().stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : reference.getPropertyName())
                .reduce((first, second) -> first + "." + second)
                .orElse("");
    }

    /** Where a parser stopped, as when a field is sent twice. */
    private static String named(TokenStreamContext at) {
        return at.currentName() == null ? "" : at.currentName();
    }
}
