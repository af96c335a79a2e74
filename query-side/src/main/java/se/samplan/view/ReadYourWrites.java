package se.samplan.view;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.http.Positions;

/** Lets a read wait for the write that its sender made. */
@Component
public class ReadYourWrites {

    private final Positions positions;
    private final Views views;

    ReadYourWrites(Positions positions, Views views) {
        this.positions = positions;
        this.views = views;
    }

    /** Waits until the views have what the token says; not at all without one. */
    public void position(@Nullable String token) {
        if (token != null) {
            views.await(positions.read(token));
        }
    }
}
