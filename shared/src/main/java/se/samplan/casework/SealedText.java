package se.samplan.casework;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A free text that an event holds sealed. Each event declares its own as constants, so that whoever seals a text and
 * whoever opens it name the same component.
 *
 * @param event the event that holds the text
 * @param component the component's name; a text opens under no other
 * @param sealed reads the component
 * @param documentClass whose retention schedule decides how long it is kept
 */
public record SealedText<E extends CaseEvent>(
        Class<E> event, String component, Function<E, @Nullable Sealed> sealed, DocumentClass documentClass) {

    /**
     * Names a sealed component of an event.
     *
     * @throws IllegalArgumentException if the event has no such component, or one that is not sealed
     */
    public SealedText {
        if (Arrays.stream(event.getRecordComponents())
                .noneMatch(each -> each.getName().equals(component) && each.getType() == Sealed.class)) {
            throw new IllegalArgumentException(event.getSimpleName() + " has no sealed component " + component);
        }
    }
}
