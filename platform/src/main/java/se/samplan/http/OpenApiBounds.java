package se.samplan.http;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Set;

/** The bounds that constraints check, as a schema has them. */
final class OpenApiBounds {

    /** What {@link NotBlank} asks for: something that {@link String#trim} leaves. */
    private static final String NOT_BLANK = "[^\\u0000-\\u0020]";

    private OpenApiBounds() {}

    static void add(Schema<?> schema, Annotation... constraints) {
        for (var constraint : constraints) {
            add(schema, constraint);
        }
        if (Integer.valueOf(0).equals(schema.getMinLength())) {
            schema.setMinLength(null);
        }
    }

    private static void add(Schema<?> schema, Annotation constraint) {
        switch (constraint) {
            case Size size -> add(schema, size);
            case Min min -> schema.setMinimum(BigDecimal.valueOf(min.value()));
            case Max max -> schema.setMaximum(BigDecimal.valueOf(max.value()));
            case DecimalMin min -> schema.setMinimum(new BigDecimal(min.value()));
            case DecimalMax max -> schema.setMaximum(new BigDecimal(max.value()));
            case Digits digits -> schema.setMultipleOf(BigDecimal.ONE.movePointLeft(digits.fraction()));
            case NotBlank blank when schema.getPattern() == null -> schema.setPattern(NOT_BLANK);
            case Pattern pattern -> schema.setPattern("^(?:" + pattern.regexp() + ")$");
            default -> {}
        }
    }

    private static void add(Schema<?> schema, Size size) {
        var least = size.min() == 0 ? null : (Integer) size.min();
        var most = size.max() == Integer.MAX_VALUE ? null : (Integer) size.max();
        var types = schema.getTypes() == null ? Set.<String>of() : schema.getTypes();
        if (types.contains("array")) {
            schema.setMinItems(least);
            schema.setMaxItems(most);
        } else if (types.contains("object")) {
            schema.setMinProperties(least);
            schema.setMaxProperties(most);
        } else {
            schema.setMinLength(least);
            schema.setMaxLength(most);
        }
    }
}
