package se.samplan.client.caseload;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is allotted to one person.
 *
 * @param track absent for those whom the municipality alone deals with
 * @param protection how strongly the identity is protected at last
 */
record Fate(@Nullable Track track, Set<Extra> extras, Protection protection) {

    /** By the codes of the API. */
    enum Protection {
        NONE,
        SECRECY_MARKING,
        PROTECTED_REGISTRATION
    }

    static final Fate NONE = new Fate(null, Set.of(), Protection.NONE);

    boolean has(Extra extra) {
        return extras.contains(extra);
    }

    boolean isProtected() {
        return protection != Protection.NONE;
    }

    Set<Turn> turns() {
        return track == null ? Set.of() : track.turns();
    }

    Fate with(Track newTrack) {
        return new Fate(newTrack, extras, protection);
    }

    Fate with(Extra extra) {
        var more = EnumSet.of(extra);
        more.addAll(extras);
        return new Fate(track, more, protection);
    }

    Fate with(Protection newProtection) {
        return new Fate(track, extras, newProtection);
    }
}
