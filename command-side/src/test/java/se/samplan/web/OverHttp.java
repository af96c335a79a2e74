package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import se.samplan.web.Endpoints.Endpoint;

/**
 * What a capability shows of itself over HTTP, in one class that the tests of every endpoint, every refusal and every
 * round trip find on the class path.
 */
interface OverHttp {

    /** Its writes, each with a body of the right shape and free text wherever it takes any. */
    List<Endpoint> endpoints();

    /** A way to each of its refusals, by their codes. */
    Map<String, Supplier<HttpAnswer>> refusals();

    /** The answers to each of its writes, sent without free text and accepted. */
    List<HttpAnswer> accepted(Scene scene);

    /** All that there are. */
    static List<OverHttp> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(OverHttp.class));
        var found = scanner.findCandidateComponents(OverHttp.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .<OverHttp>map(type -> (OverHttp) BeanUtils.instantiateClass(type))
                .toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
