package se.samplan.event;

import se.samplan.casework.CaseEvent;
import se.samplan.participant.ParticipantEvent;
import se.samplan.policy.PolicyEvent;
import se.samplan.staff.OrganisationEvent;
import se.samplan.staff.StaffEvent;

/** What can be stored: one sealed tree of families, so that the compiler names every place that must know a new one. */
public sealed interface StoredEvent permits CaseEvent, ParticipantEvent, OrganisationEvent, StaffEvent, PolicyEvent {}
