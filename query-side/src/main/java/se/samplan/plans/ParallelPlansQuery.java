package se.samplan.plans;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.CaseState;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casefile.Visibility;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.VisibleVersion;
import se.samplan.clearance.ClearancePresenter;
import se.samplan.collision.CollisionPresenter;
import se.samplan.consent.ConsentPresenter;
import se.samplan.http.Etags;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.plans.PlansPage.AsKnownTo;
import se.samplan.plans.PlansPage.Axis;
import se.samplan.refusal.Rejected;
import se.samplan.rights.AccessLog;
import se.samplan.rights.Organisations;
import se.samplan.rights.ReadRights;
import se.samplan.rights.RegisteredParticipant;
import se.samplan.subsidy.SubsidyPresenter;
import se.samplan.text.Texts;
import se.samplan.vault.Seals;
import se.samplan.view.Views;

/** Reads what a caller may know of a participant's parallel plans. */
@Component
class ParallelPlansQuery {

    private static final String WHAT = "parallel plans";

    private final Views views;
    private final CaseStateFold fold;
    private final ReadRights rights;
    private final AccessLog log;
    private final Organisations organisations;
    private final Etags etags;
    private final Seals seals;

    /** A page, and the version of the case as its reader sees it. */
    record VersionedPage(PlansPage page, String etag) {}

    ParallelPlansQuery(
            Views views,
            CaseStateFold fold,
            ReadRights rights,
            AccessLog log,
            Organisations organisations,
            Etags etags,
            Seals seals) {
        this.views = views;
        this.fold = fold;
        this.rights = rights;
        this.log = log;
        this.organisations = organisations;
        this.etags = etags;
        this.seals = seals;
    }

    /**
     * The parallel plans.
     *
     * @throws Rejected {@code NOT_ALLOWED} for roles that read no cases; {@code UNKNOWN_PARTICIPANT} where there is none
     *     that the caller may know of
     */
    VersionedPage of(ParticipantId participantId, Actor actor) {
        Rejected.unless(actor.lane() != null || actor.role() == Role.PROVIDER_TUTOR, AccessRefusal.NOT_ALLOWED);
        var lane = actor.lane();
        if (lane == null) {
            return ofProvider(rights.participant(participantId, actor).orElseThrow(ParallelPlansQuery::unknown), actor);
        }
        return ofLane(
                rights.participantInLane(participantId, actor).orElseThrow(ParallelPlansQuery::unknown), lane, actor);
    }

    private VersionedPage ofLane(RegisteredParticipant person, LaneId lane, Actor actor) {
        var state = state(person);
        var now = rights.now();
        // Read the grounds last: what was withdrawn meanwhile is not shown.
        var grounds = rights.grounds(person.caseId(), now);
        var visibility = new Visibility(Set.of(lane), grounds, now);
        log.read(actor, List.of(person.caseId().value()), WHAT);
        var page = OpenedTexts.within(
                person.caseId(),
                seals::openAll,
                texts -> page(
                        person, asKnownTo(actor), lane, new CaseReading(state, visibility, texts, this::organisation)));
        var version = VisibleVersion.version(state.counted(), lane, grounds, now);
        return new VersionedPage(page, etags.of(person.caseId(), version));
    }

    /** The page as a lane may know it. */
    static PlansPage page(RegisteredParticipant person, AsKnownTo asKnownTo, LaneId lane, CaseReading reading) {
        var lanes = LaneRedaction.of(reading, lane);
        return new PlansPage(
                person.participantId(),
                person.caseId().value(),
                Texts.of(person.sex()),
                asKnownTo,
                Axis.of(lanes.days()),
                lanes.shown(),
                CollisionPresenter.present(reading),
                ClearancePresenter.present(reading),
                SubsidyPresenter.present(reading),
                ConsentPresenter.present(reading));
    }

    /** A provider's tutor sees only the measures that the provider runs. */
    private VersionedPage ofProvider(RegisteredParticipant person, Actor actor) {
        var lanes = ProviderRedaction.of(state(person), organisation(actor.organisation()), this::organisation);
        Rejected.when(lanes.shown().isEmpty(), AccessRefusal.UNKNOWN_PARTICIPANT);
        log.read(actor, List.of(person.caseId().value()), WHAT);
        var page = new PlansPage(
                person.participantId(),
                person.caseId().value(),
                null,
                asKnownTo(actor),
                Axis.of(lanes.days()),
                lanes.shown(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        var version = UUID.nameUUIDFromBytes(page.toString().getBytes(StandardCharsets.UTF_8));
        return new VersionedPage(page, etags.of(person.caseId(), actor.organisation() + "|" + version));
    }

    /** A case without events looks like one of which the reader may know nothing. */
    private CaseState state(RegisteredParticipant person) {
        return Objects.requireNonNullElse(views.of(person.caseId().value(), fold), CaseState.NOTHING);
    }

    private AsKnownTo asKnownTo(Actor actor) {
        return new AsKnownTo(actor.lane(), organisation(actor.organisation()), Texts.of(actor.role()));
    }

    private OrganisationShown organisation(OrganisationId id) {
        return new OrganisationShown(id, organisations.name(id));
    }

    private static Rejected unknown() {
        return new Rejected(AccessRefusal.UNKNOWN_PARTICIPANT);
    }
}
