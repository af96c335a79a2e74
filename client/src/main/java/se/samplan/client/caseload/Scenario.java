package se.samplan.client.caseload;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is assigned to one person.
 *
 * @param storyline absent for those whom the municipality alone deals with
 * @param protection how strongly the identity is protected at last
 */
record Scenario(@Nullable Storyline storyline, Set<SideEvent> sideEvents, Protection protection) {

    /** By the codes of the API. */
    enum Protection {
        NONE,
        SECRECY_MARKING,
        PROTECTED_REGISTRATION
    }

    static final Scenario NONE = new Scenario(null, Set.of(), Protection.NONE);

    boolean has(SideEvent sideEvent) {
        return sideEvents.contains(sideEvent);
    }

    boolean isProtected() {
        return protection != Protection.NONE;
    }

    Set<Milestone> milestones() {
        return storyline == null ? Set.of() : storyline.milestones();
    }

    Scenario with(Storyline newStoryline) {
        return new Scenario(newStoryline, sideEvents, protection);
    }

    Scenario with(SideEvent sideEvent) {
        var more = EnumSet.of(sideEvent);
        more.addAll(sideEvents);
        return new Scenario(storyline, more, protection);
    }

    Scenario with(Protection newProtection) {
        return new Scenario(storyline, sideEvents, newProtection);
    }
}
