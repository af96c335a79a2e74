package se.samplan;

import java.nio.file.Path;
import java.util.Locale;

/** What a newcomer reads when Samplan is ready. */
final class Welcome {

    private Welcome() {}

    static String text(int port, Path data, double seconds) {
        var url = "http://localhost:" + port;
        var option = port == 8080 ? "" : " --url " + url;
        return """

                Samplan is ready on %s (%s s)
                  Its data are kept in %s; Ctrl-C stops it.

                  Get a token:   TOKEN=$(./samplan token municipal-caseworker%s)
                  Look around:   curl -H "Authorization: Bearer $TOKEN" %s/v3/api-docs
                """.formatted(
                        url,
                        String.format(Locale.ROOT, "%.1f", seconds),
                        data.toAbsolutePath().normalize(),
                        option,
                        url);
    }
}
