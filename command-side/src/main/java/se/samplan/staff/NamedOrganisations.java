package se.samplan.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.Components;
import se.samplan.casework.LaneId;
import se.samplan.command.Command;
import se.samplan.command.Fact;
import se.samplan.command.FactSource;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.refusal.Rejected;
import se.samplan.store.Query;

/**
 * Every organisation and lane that any command names must exist: found by their types, so that a command's new
 * component is asked for without being named anywhere. The sender's own lane rests on the appointment.
 */
@Component
class NamedOrganisations implements FactSource {

    private record Known(OrganisationId id, OrganisationKind kind) {}

    @Override
    public List<Fact<?>> factsFor(Command command) {
        var lanes = Components.of(command, LaneId.class).collect(Collectors.toCollection(TreeSet::new));
        if (command instanceof CaseCommand ofCase) {
            lanes.remove(ofCase.lane());
        }
        var named = Components.of(command, OrganisationId.class).collect(Collectors.toCollection(TreeSet::new));
        lanes.forEach(lane -> named.add(lane.organisation()));
        if (command instanceof RegisterOrganisation registration) {
            named.remove(registration.organisationId());
        }
        if (named.isEmpty()) {
            return List.of();
        }
        var query = Query.of(
                row -> new Known(new OrganisationId(row.getString(1)), OrganisationKind.valueOf(row.getString(2))),
                "select organisation_id, kind from samplan.organisation where organisation_id in ("
                        + named.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")",
                named.stream().map(OrganisationId::value).toArray());
        return List.of(Fact.of("namedOrganisations", query, known -> required(known, named, lanes)));
    }

    private static @Nullable Object required(List<Known> known, Set<OrganisationId> named, Set<LaneId> lanes) {
        Map<OrganisationId, OrganisationKind> kinds = new HashMap<>();
        known.forEach(each -> kinds.put(each.id(), each.kind()));
        Rejected.unless(kinds.keySet().containsAll(named), StaffRefusal.UNKNOWN_ORGANISATION);
        for (var lane : lanes) {
            var kind = kinds.get(lane.organisation());
            Rejected.unless(kind != null && hasBranch(kind, lane.branch()), StaffRefusal.UNKNOWN_ORGANISATION);
        }
        return null;
    }

    private static boolean hasBranch(OrganisationKind kind, Branch branch) {
        return switch (kind) {
            case MUNICIPALITY -> branch != Branch.AGENCY && branch != Branch.SOCIAL_INSURANCE;
            case AGENCY -> branch == Branch.AGENCY;
            case REGION -> branch == Branch.HEALTH_CARE;
            case NATION -> branch == Branch.SOCIAL_INSURANCE;
            case AGENCY_OFFICE, PROVIDER -> false; // their work stands in the lane of the agency
        };
    }
}
