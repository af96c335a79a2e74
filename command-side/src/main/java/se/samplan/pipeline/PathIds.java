package se.samplan.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import se.samplan.http.Uuids;

/** Reads the ids of entries in paths: every record of a single UUID. */
final class PathIds implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        var components = target.getType().getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == UUID.class;
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        if (source == null) {
            return null;
        }
        var id = Uuids.parse(source.toString());
        try {
            return targetType.getType().getDeclaredConstructor(UUID.class).newInstance(id);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(targetType + " is made of no UUID", e);
        }
    }
}
