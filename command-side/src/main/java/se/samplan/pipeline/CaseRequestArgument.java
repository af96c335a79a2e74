package se.samplan.pipeline;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import se.samplan.casework.CaseId;
import se.samplan.http.Uuids;

/** Resolves a {@link CaseRequest} from the path variable {@code caseId}, the token and the headers. */
record CaseRequestArgument(Clock clock, Sealing sealing, CommandResponder responder)
        implements HandlerMethodArgumentResolver {

    private static final String CASE_ID = "caseId";

    /** Documents the path variable in the contract. */
    static Operation describe(Operation operation) {
        var schema = new JsonSchema();
        schema.addType("string");
        schema.setFormat("uuid");
        var parameters = new ArrayList<Parameter>();
        parameters.add(new PathParameter().name(CASE_ID).schema(schema));
        parameters.addAll(Objects.requireNonNullElse(operation.getParameters(), parameters.subList(0, 0)));
        operation.setParameters(parameters);
        return operation;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CaseRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return new CaseRequest(
                caseId(parameter, request), () -> WriteRequestArgument.of(request, clock), sealing, responder);
    }

    private static CaseId caseId(MethodParameter parameter, NativeWebRequest request) {
        var variables = (Map<?, ?>) Objects.requireNonNull(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        var written = String.valueOf(variables.get(CASE_ID));
        try {
            return new CaseId(Uuids.parse(written));
        } catch (IllegalArgumentException unreadable) {
            throw new MethodArgumentTypeMismatchException(written, CaseId.class, CASE_ID, parameter, unreadable);
        }
    }
}
