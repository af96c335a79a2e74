package se.samplan.pipeline;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.samplan.access.AccessRefusal;
import se.samplan.access.TokenIdentity;
import se.samplan.refusal.Rejected;

/** Resolves a {@link WriteRequest} from the token and the headers. */
record WriteRequestArgument(Clock clock) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WriteRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return of(request, clock);
    }

    static WriteRequest of(NativeWebRequest request, Clock clock) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            throw new Rejected(AccessRefusal.UNAUTHENTICATED);
        }
        return new WriteRequest(
                TokenIdentity.in(token.getToken()),
                IfMatch.in(lines(request, HttpHeaders.IF_MATCH)),
                IdempotencyKey.in(lines(request, IdempotencyKey.HEADER)),
                RequestContent.head(((ServletWebRequest) request).getRequest()),
                clock);
    }

    private static List<String> lines(NativeWebRequest request, String header) {
        var lines = request.getHeaderValues(header);
        return lines == null ? List.of() : List.of(lines);
    }
}
