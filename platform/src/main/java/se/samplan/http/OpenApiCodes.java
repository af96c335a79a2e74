package se.samplan.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import se.samplan.refusal.Reason;

/** The codes that a status may come with: those of every {@link Reason} of this process. */
final class OpenApiCodes {

    private OpenApiCodes() {}

    static Map<Integer, List<String>> byStatus() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Reason.class));
        var codes = new TreeMap<Integer, List<String>>();
        for (var found : scanner.findCandidateComponents("se.samplan")) {
            var type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            for (var constant : type.getEnumConstants() instanceof Reason[] reasons ? reasons : new Reason[0]) {
                codes.computeIfAbsent(constant.kind().status(), none -> new ArrayList<>())
                        .add(constant.name());
            }
        }
        codes.values().forEach(each -> each.sort(null));
        return codes;
    }
}
