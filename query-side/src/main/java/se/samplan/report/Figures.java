package se.samplan.report;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.participant.Sex;
import se.samplan.referral.ReferralEntry;
import se.samplan.view.Entries;

/** What the national statistics count in a case; figures only, never shown by person. */
record Figures(
        @Nullable Person person,
        Entries<EnrolmentEntry> enrolments,
        Entries<ReferralEntry> referrals,
        SortedSet<UUID> inError) {

    static final Figures NOTHING = new Figures(null, Entries.none(), Entries.none(), new TreeSet<>());

    Figures {
        inError = Collections.unmodifiableSortedSet(inError);
    }

    /** What the statistics tell people apart by. */
    record Person(Sex sex, int birthYear) {}

    Figures without(UUID entry) {
        var errors = new TreeSet<>(inError);
        errors.add(entry);
        return new Figures(person, enrolments, referrals, errors);
    }
}
