package se.samplan.document;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import se.samplan.fold.CaseEntry;
import tools.jackson.databind.jsontype.NamedType;

/**
 * The entry types of a case and the names under which documents store them, found on the class path. Start-up fails if
 * an entry has no name, or if two share one.
 */
final class CaseEntryTypes {

    static final NamedType[] NAMED = scan("se.samplan");

    private CaseEntryTypes() {}

    static NamedType[] scan(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(CaseEntry.class));
        var named = new TreeMap<String, NamedType>();
        for (var definition : scanner.findCandidateComponents(basePackage)) {
            var type = entryType(definition);
            var known = named.put(name(type), new NamedType(type, name(type)));
            if (known != null) {
                throw new IllegalStateException(known.getType() + " and " + type + " have the same name");
            }
        }
        return named.values().toArray(NamedType[]::new);
    }

    private static Class<?> entryType(BeanDefinition definition) {
        return ClassUtils.resolveClassName(
                String.valueOf(definition.getBeanClassName()), CaseEntryTypes.class.getClassLoader());
    }

    private static String name(Class<?> type) {
        var name = type.getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalStateException(type + " has no @JsonTypeName, under which documents would store it");
        }
        return name.value();
    }
}
