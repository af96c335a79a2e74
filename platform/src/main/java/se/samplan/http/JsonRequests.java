package se.samplan.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samplan.access.AccessRefusal;
import se.samplan.refusal.Rejected;

/** Maps requests to controllers: every write consumes {@code application/json}, whatever its annotation says. */
final class JsonRequests extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
        var mapping = super.getMappingForMethod(method, handlerType);
        if (mapping == null || !writes(mapping)) {
            return mapping;
        }
        var json = mapping.mutate()
                .consumes(MediaType.APPLICATION_JSON_VALUE)
                .options(getBuilderConfiguration())
                .build();
        var bodyRequired =
                Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(RequestBody.class));
        json.getConsumesCondition().setBodyRequired(bodyRequired);
        return json;
    }

    /** Before anything else of the request is read. */
    @Override
    protected void handleMatch(RequestMappingInfo info, String path, HttpServletRequest request) {
        super.handleMatch(info, path, request);
        var contentType = request.getContentType();
        if (!info.getConsumesCondition().isEmpty() && contentType != null && !isUtf8(contentType)) {
            throw new Rejected(AccessRefusal.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean isUtf8(String contentType) {
        var charset = MediaType.parseMediaType(contentType).getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    private static boolean writes(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream().anyMatch(method -> method != RequestMethod.GET);
    }
}
