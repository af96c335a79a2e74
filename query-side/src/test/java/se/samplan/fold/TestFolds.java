package se.samplan.fold;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** All folds that are components, found on the class path so that none is forgotten. */
public final class TestFolds {

    private static final List<Fold<?>> ALL = scan();

    private TestFolds() {}

    public static List<Fold<?>> all() {
        return ALL;
    }

    private static List<Fold<?>> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Fold.class));
        return scanner.findCandidateComponents("se.samplan").stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                .filter(type -> type.isAnnotationPresent(Component.class))
                .sorted(Comparator.comparing(Class::getName))
                .<Fold<?>>map(type -> (Fold<?>) BeanUtils.instantiateClass(type))
                .toList();
    }
}
