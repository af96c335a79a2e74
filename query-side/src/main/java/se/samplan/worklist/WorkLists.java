package se.samplan.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseState;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.caseworker.AssignmentEntry;
import se.samplan.caseworker.Responsibilities;
import se.samplan.clearance.ClearanceEntry;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEntry;
import se.samplan.referral.ReferralEntry;
import se.samplan.registration.RegistrationEntry;
import se.samplan.subsidy.SubsidyEntry;

/** The rows that one case has in the work lists. */
public final class WorkLists {

    private final CaseState view;
    private final ParticipantId participant;
    private final Responsibilities responsibilities;
    private final @Nullable OrganisationId office;
    private final List<WorkRow> rows = new ArrayList<>();
    private final SortedMap<LaneId, LocalDate> openSince = new TreeMap<>();

    private WorkLists(CaseState view, ParticipantId participant) {
        this.view = view;
        this.participant = participant;
        responsibilities = Responsibilities.of(view.all(AssignmentEntry.class));
        office = officeInCharge(view);
    }

    /** The rows of a case; none before it was opened. */
    public static List<?> of(CaseState view) {
        var participant = view.participantId();
        return participant == null ? List.of() : new WorkLists(view, participant).all();
    }

    private List<WorkRow> all() {
        view.all(ReferralEntry.class).forEach(this::referral);
        view.all(ClearanceEntry.class).forEach(this::clearance);
        view.all(SubsidyEntry.class).forEach(this::subsidy);
        view.all(EnrolmentEntry.class).forEach(this::enrolment);
        view.all(RegistrationEntry.class).forEach(this::registration);
        view.all(ActivityEntry.class).forEach(this::activity);
        responsibilities.byLane().keySet().forEach(this::mine);
        openSince.forEach(this::unassigned);
        return rows;
    }

    private void referral(ReferralEntry entry) {
        var made = entry.made();
        if (made == null || entry.isAnswered()) {
            return;
        }
        var since = SwedishDays.of(made.effectiveAt());
        open(made.to(), since);
        asked(made.entry(), made.lane(), made.to(), since, made.respondBy(), WorkItem.REFERRAL_UNANSWERED);
        toAnswer(made.entry(), made.to(), made.lane(), since, made.respondBy(), WorkItem.REFERRAL_TO_ANSWER);
    }

    private void clearance(ClearanceEntry entry) {
        var made = entry.requested();
        if (made == null || entry.isAnswered()) {
            return;
        }
        var since = SwedishDays.of(made.effectiveAt());
        open(made.to(), since);
        asked(made.entry(), made.lane(), made.to(), since, made.respondBy(), WorkItem.CLEARANCE_UNANSWERED);
        toAnswer(made.entry(), made.to(), made.lane(), since, made.respondBy(), WorkItem.CLEARANCE_TO_ANSWER);
    }

    private void subsidy(SubsidyEntry entry) {
        var made = entry.requested();
        if (made == null || !entry.isOpen()) {
            return;
        }
        var since = SwedishDays.of(made.effectiveAt());
        open(made.to(), since);
        asked(made.entry(), made.lane(), made.to(), since, made.windowClosesOn(), WorkItem.SUBSIDY_UNDECIDED);
        toAnswer(made.entry(), made.to(), made.lane(), since, made.windowClosesOn(), WorkItem.SUBSIDY_TO_DECIDE);
        add(
                WorkList.DEADLINES,
                made.lane(),
                WorkItem.SUBSIDY_UNDECIDED,
                made.entry(),
                made.to(),
                since,
                made.windowClosesOn());
    }

    private void enrolment(EnrolmentEntry entry) {
        var enrolled = entry.enrolled();
        if (enrolled != null && entry.isOpen()) {
            open(enrolled.lane(), SwedishDays.of(enrolled.effectiveAt()));
        }
    }

    private void registration(RegistrationEntry entry) {
        var recorded = entry.recorded();
        if (recorded != null && entry.isOpen()) {
            open(recorded.lane(), SwedishDays.of(recorded.effectiveAt()));
        }
    }

    private void activity(ActivityEntry entry) {
        var planned = entry.planned();
        if (planned != null && entry.isOpen()) {
            open(planned.lane(), SwedishDays.of(planned.effectiveAt()));
        }
    }

    private void mine(LaneId lane) {
        var now = responsibilities.now(lane);
        if (now != null) {
            var since = SwedishDays.of(now.from());
            add(WorkList.MINE, lane, WorkItem.RESPONSIBLE_FOR_CASE, participant.value(), null, since, null);
        }
    }

    private void unassigned(LaneId lane, LocalDate since) {
        if (responsibilities.now(lane) == null) {
            add(WorkList.UNASSIGNED, lane, WorkItem.NOBODY_RESPONSIBLE, participant.value(), null, since, null);
        }
    }

    private void asked(UUID entry, LaneId by, LaneId of, LocalDate since, LocalDate due, WorkItem what) {
        if (!by.equals(of)) {
            add(WorkList.AWAITING, by, what, entry, of, since, due);
        }
    }

    /** What a lane is to answer waits for it, and has a last day. */
    private void toAnswer(UUID entry, LaneId lane, LaneId asking, LocalDate since, LocalDate due, WorkItem what) {
        add(WorkList.AWAITING, lane, what, entry, asking, since, due);
        add(WorkList.DEADLINES, lane, what, entry, asking, since, due);
    }

    private void open(LaneId lane, LocalDate since) {
        openSince.merge(lane, since, (known, said) -> known.isBefore(said) ? known : said);
    }

    private void add(
            WorkList list,
            LaneId lane,
            WorkItem what,
            UUID entry,
            @Nullable LaneId with,
            LocalDate since,
            @Nullable LocalDate due) {
        var now = responsibilities.now(lane);
        rows.add(new WorkRow(
                WorkRow.key(list, lane),
                lane,
                due == null ? since : due,
                what,
                entry,
                participant,
                now == null ? null : now.caseworker(),
                lane.equals(LaneId.AGENCY) ? office : null,
                with,
                since,
                due,
                since,
                WorkRow.FOR_EVER));
    }

    private static @Nullable OrganisationId officeInCharge(CaseState view) {
        return view.all(RegistrationEntry.class)
                .filter(RegistrationEntry::isOpen)
                .flatMap(entry -> java.util.stream.Stream.ofNullable(entry.recorded()))
                .filter(recorded -> recorded.lane().equals(LaneId.AGENCY))
                .max(Comparator.comparing(recorded -> recorded.effectiveAt()))
                .map(recorded -> recorded.office())
                .orElse(null);
    }
}
