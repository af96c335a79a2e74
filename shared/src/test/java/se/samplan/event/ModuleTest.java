package se.samplan.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The module declares what it holds; on the class path nothing else would notice. */
class ModuleTest {

    @Test
    void every_package_is_exported() throws IOException, URISyntaxException {
        var classes = Path.of(StoredEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var module =
                ModuleFinder.of(classes).find("se.samplan.shared").orElseThrow().descriptor();

        assertThat(module.exports().stream().map(each -> each.source()))
                .containsExactlyInAnyOrderElementsOf(module.packages());
    }
}
