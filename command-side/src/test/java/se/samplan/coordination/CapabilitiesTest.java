package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.axonframework.modelling.command.AggregateMember;
import org.junit.jupiter.api.Test;
import se.samplan.casework.Capability;

/** No capability is forgotten: every one there is belongs to the case, and the case asks every one that belongs to it. */
class CapabilitiesTest {

    private static final List<Field> MEMBERS = Arrays.stream(CoordinationCase.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(AggregateMember.class))
            .toList();

    @Test
    void every_capability_is_a_member_of_the_case_and_every_member_a_capability() {
        var capabilities = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samplan").stream()
                        .filter(type -> type.isAssignableTo(Capability.class) && !type.isInterface())
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(capabilities).hasSizeGreaterThan(10);
        assertThat(MEMBERS.stream().<Class<?>>map(Field::getType)).containsExactlyInAnyOrderElementsOf(capabilities);
    }

    @Test
    void the_case_asks_every_member() {
        var coordinationCase = new CoordinationCase();

        assertThat(coordinationCase.capabilities())
                .containsExactlyInAnyOrderElementsOf(MEMBERS.stream()
                        .map(member -> (Capability) value(member, coordinationCase))
                        .toList());
    }

    private static Object value(Field field, CoordinationCase of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
