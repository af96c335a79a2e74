package se.samplan.client.caseload;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is allotted to one person.
 *
 * @param storyline absent for those whom the municipality alone deals with
 * @param protection how strongly the identity is protected at last
 */
record Scenario(@Nullable Storyline storyline, Set<SideEvent> extras, Protection protection) {

    /** By the codes of the API. */
    enum Protection {
        NONE,
        SECRECY_MARKING,
        PROTECTED_REGISTRATION
    }

    static final Scenario NONE = new Scenario(null, Set.of(), Protection.NONE);

    boolean has(SideEvent sideEvent) {
        return extras.contains(sideEvent);
    }

    boolean isProtected() {
        return protection != Protection.NONE;
    }

    Set<Milestone> turns() {
        return storyline == null ? Set.of() : storyline.turns();
    }

    Scenario with(Storyline newTrack) {
        return new Scenario(newTrack, extras, protection);
    }

    Scenario with(SideEvent sideEvent) {
        var more = EnumSet.of(sideEvent);
        more.addAll(extras);
        return new Scenario(storyline, more, protection);
    }

    Scenario with(Protection newProtection) {
        return new Scenario(storyline, extras, newProtection);
    }
}
