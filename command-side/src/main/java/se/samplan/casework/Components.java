package se.samplan.casework;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a command is made of, by type: rules that ask for it hold for commands to come as well. */
public final class Components {

    private Components() {}

    /** Every value of this type in the command, however deep; not what is sealed, nor what is on its way into the vault. */
    public static <T> Stream<T> of(@Nullable Object value, Class<T> type) {
        return type.isInstance(value) ? Stream.of(type.cast(value)) : inside(value, type);
    }

    private static <T> Stream<T> inside(@Nullable Object value, Class<T> type) {
        return switch (value) {
            case null -> Stream.empty();
            case Sealed _ -> Stream.empty();
            case Optional<?> optional -> optional.stream().flatMap(each -> of(each, type));
            case Collection<?> many -> many.stream().flatMap(each -> of(each, type));
            case Map<?, ?> map -> Stream.concat(of(map.keySet(), type), of(map.values(), type));
            case Record composite ->
                Arrays.stream(composite.getClass().getRecordComponents())
                        .filter(component -> !component.getType().isPrimitive())
                        .flatMap(component -> of(valueOf(component, composite), type));
            case Object _ -> Stream.empty(); // dates, codes, and numbers that the vault alone reads
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record composite) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(composite);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a command's component cannot be read", e);
        }
    }
}
