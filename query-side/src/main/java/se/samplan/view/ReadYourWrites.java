package se.samplan.view;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.http.Positions;

/** Makes a read wait until the views include the reader's own last write. */
@Component
public class ReadYourWrites {

    private final Positions positions;
    private final Views views;

    ReadYourWrites(Positions positions, Views views) {
        this.positions = positions;
        this.views = views;
    }

    /** Waits for the position in the token; returns at once without one. */
    public void position(@Nullable String token) {
        if (token != null) {
            views.await(positions.read(token));
        }
    }
}
