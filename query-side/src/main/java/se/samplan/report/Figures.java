package se.samplan.report;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Sex;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.fold.Entries;
import se.samplan.fold.FactTime;
import se.samplan.referral.ReferralEntry;
import se.samplan.referral.ReferralEvent;

/** What the national statistics count in a case: figures only, never shown per person. */
record Figures(
        @Nullable Person person,
        Entries<EnrolmentEntry> enrolments,
        Entries<ReferralEntry> referrals,
        SortedSet<UUID> inError) {

    static final Figures NOTHING = new Figures(null, Entries.none(), Entries.none(), new TreeSet<>());

    Figures {
        inError = Collections.unmodifiableSortedSet(inError);
    }

    /** The attributes by which the statistics break people down. */
    record Person(Sex sex, int birthYear) {}

    Figures of(Person someone) {
        return new Figures(someone, enrolments, referrals, inError);
    }

    Figures with(ReferralEvent event, FactTime when) {
        var next = referrals.evolve(event.entry(), ReferralEntry.NOTHING, entry -> entry.evolve(event, when));
        return new Figures(person, enrolments, next, inError);
    }

    Figures with(EnrolmentEvent event, FactTime when) {
        var next = enrolments.evolve(event.entry(), EnrolmentEntry.NOTHING, entry -> entry.evolve(event, when));
        return new Figures(person, next, referrals, inError);
    }

    Figures without(UUID entry) {
        var errors = new TreeSet<>(inError);
        errors.add(entry);
        return new Figures(person, enrolments, referrals, errors);
    }
}
