package se.samplan.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.samplan.access.AccessRefusal;
import se.samplan.http.Problems.FieldError;
import se.samplan.refusal.Rejected;

/** Reads query parameters as strictly as bodies: none that the controller does not name, none twice and none empty. */
final class StrictQuery implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null
                && !query.isEmpty()
                && handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("se.samplan.")) {
            check(query, request.getParameterMap(), named(method));
        }
        return true;
    }

    private static void check(String query, Map<String, String[]> sent, Set<String> named) {
        var errors = sent.entrySet().stream()
                .flatMap(each -> fault(each.getKey(), each.getValue(), named).stream())
                .toList();
        refuse(errors);
        if (query.split("&", -1).length != sent.size()) { // parts that the server passes over
            refuse(List.of(new FieldError("", "UNREADABLE")));
        }
    }

    private static Optional<FieldError> fault(String name, String[] values, Set<String> named) {
        if (!named.contains(name)) {
            return Optional.of(new FieldError(name, "UNKNOWN"));
        }
        if (values.length > 1) {
            return Optional.of(new FieldError(name, "TWICE"));
        }
        // It would count as not sent.
        return values[0].isEmpty() ? Optional.of(new FieldError(name, "UNREADABLE")) : Optional.empty();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Rejected(AccessRefusal.INVALID_REQUEST, Map.of("errors", errors));
        }
    }

    private static Set<String> named(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }
}
