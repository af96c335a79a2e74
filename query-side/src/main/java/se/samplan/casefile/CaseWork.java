package se.samplan.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.StaffId;

/** Collects a case's work-list rows from its entries. */
public final class CaseWork {

    private final ParticipantId participant;
    private final List<Task> tasks = new ArrayList<>();
    private final SortedMap<LaneId, LocalDate> openSince = new TreeMap<>();
    private final Set<LaneId> ended = new HashSet<>();
    private final Set<LaneId> deceased = new HashSet<>();
    private final SortedMap<LaneId, LatestFact<Optional<StaffId>>> responsible = new TreeMap<>();
    private @Nullable InCharge inCharge;

    /** An unanswered request of one lane to another. */
    public record Request(UUID entry, LaneId by, LaneId of, LocalDate since, LocalDate due) {}

    private record Task(
            WorkList list,
            LaneId lane,
            WorkItem what,
            UUID entry,
            @Nullable LaneId with,
            LocalDate since,
            @Nullable LocalDate due) {}

    private record InCharge(OrganisationId office, Instant since) {}

    private CaseWork(ParticipantId participant) {
        this.participant = participant;
    }

    /** The rows of a case; none before it was opened. */
    public static List<WorkRow> of(CaseState state) {
        var participant = state.participantId();
        if (participant == null) {
            return List.of();
        }
        var work = new CaseWork(participant);
        state.all(WorkEntry.class).forEach(entry -> entry.addTo(work));
        return work.rows();
    }

    /** The lane has something open since that day. */
    public void open(LaneId lane, LocalDate since) {
        openSince.merge(lane, since, (known, other) -> known.isBefore(other) ? known : other);
    }

    /** The lane had something open, and no longer has. */
    public void ended(LaneId lane) {
        ended.add(lane);
    }

    /** The lane was told that the person has died: its lists let the person go, and others' know nothing of it. */
    public void deceased(LaneId lane) {
        deceased.add(lane);
    }

    /** Lists the request in the lane that must answer it, with its deadline, and as awaited in the asking lane. */
    public void request(Request request, WorkItem unanswered, WorkItem toAnswer) {
        open(request.of(), request.since());
        if (!request.by().equals(request.of())) {
            add(WorkList.AWAITING, request.by(), unanswered, request, request.of());
        }
        add(WorkList.AWAITING, request.of(), toAnswer, request, request.by());
        add(WorkList.DEADLINES, request.of(), toAnswer, request, request.by());
    }

    /** Lists the request's deadline in the asking lane too. */
    public void deadlineOfAsking(Request request, WorkItem unanswered) {
        add(WorkList.DEADLINES, request.by(), unanswered, request, request.of());
    }

    /** Records who is responsible for the lane from then on. */
    public void responsible(LaneId lane, StaffId caseworker, FactTime when) {
        responsible.compute(lane, (each, known) -> LatestFact.of(known, Optional.of(caseworker), when));
    }

    /** Records that nobody is responsible for the lane from then on. */
    public void nobodyResponsible(LaneId lane, FactTime when) {
        responsible.compute(lane, (each, known) -> LatestFact.of(known, Optional.empty(), when));
    }

    /** Records the agency office in charge; the latest one counts. */
    public void inCharge(OrganisationId office, Instant since) {
        if (inCharge == null || since.isAfter(inCharge.since())) {
            inCharge = new InCharge(office, since);
        }
    }

    private void add(WorkList list, LaneId lane, WorkItem what, Request request, LaneId with) {
        tasks.add(new Task(list, lane, what, request.entry(), with, request.since(), request.due()));
    }

    private List<WorkRow> rows() {
        tasks.removeIf(task -> deceased.contains(task.lane()));
        openSince.keySet().removeAll(deceased);
        ended.addAll(deceased);
        responsible.forEach((lane, latest) -> {
            if (latest.value().isEmpty()) {
                return;
            }
            var closed = isClosed(lane);
            tasks.add(ofCase(
                    closed ? WorkList.CLOSED : WorkList.MINE,
                    lane,
                    closed ? WorkItem.CASE_CLOSED : WorkItem.RESPONSIBLE_FOR_CASE,
                    SwedishDays.of(latest.when().effectiveAt())));
        });
        openSince.forEach((lane, since) -> {
            if (responsibleFor(lane) == null) {
                tasks.add(ofCase(WorkList.UNASSIGNED, lane, WorkItem.NOBODY_RESPONSIBLE, since));
            }
        });
        return tasks.stream().map(this::row).toList();
    }

    /** Whether all that the lane had open has ended, and it waits for nobody. */
    private boolean isClosed(LaneId lane) {
        return ended.contains(lane)
                && !openSince.containsKey(lane)
                && tasks.stream().noneMatch(task -> task.lane().equals(lane) && task.list() == WorkList.AWAITING);
    }

    private @Nullable StaffId responsibleFor(LaneId lane) {
        var latest = responsible.get(lane);
        return latest == null ? null : latest.value().orElse(null);
    }

    private Task ofCase(WorkList list, LaneId lane, WorkItem what, LocalDate since) {
        return new Task(list, lane, what, participant.value(), null, since, null);
    }

    private WorkRow row(Task task) {
        var office = inCharge == null || !task.lane().equals(LaneId.AGENCY) ? null : inCharge.office();
        return new WorkRow(
                WorkRow.key(task.list(), task.lane()),
                task.lane(),
                task.due() == null ? task.since() : task.due(),
                task.what(),
                task.entry(),
                participant,
                responsibleFor(task.lane()),
                office,
                task.with(),
                task.since(),
                task.due(),
                task.since(),
                WorkRow.FOR_EVER);
    }
}
