package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a person comes to the labour-market unit, and what the unit answers. */
final class ReferralChapter {

    private static final List<String> OTHER_SOURCES = List.of(
            "YOUTH_DUTY", "ADULT_EDUCATION", "HEALTH_CARE", "COORDINATION_ASSOCIATION", "PROVIDER", "MIGRATION_AGENCY");
    private static final List<String> REFUSALS =
            List.of("ENTRY_CRITERIA_NOT_MET", "NO_PLACE", "NEEDS_OTHER_SUPPORT", "WRONG_MUNICIPALITY", "OTHER");
    private static final List<String> WITHDRAWALS =
            List.of("FOUND_WORK", "MOVED", "PARTICIPANT_DECLINED", "MADE_BY_MISTAKE", "OTHER");
    private static final List<String> WISHES = List.of("EMPLOYMENT", "STUDIES", "REHABILITATION", "MAPPING", "OTHER");

    private final Story story;
    private final Episode episode;
    private final String referral;
    private final LocalDate day;
    private final StaffActor sender;

    private ReferralChapter(Story story, Episode episode, String referral) {
        this.story = story;
        this.episode = episode;
        this.referral = referral;
        this.day = Objects.requireNonNull(episode.referred());
        this.sender = sender(story, Objects.requireNonNull(episode.source()));
    }

    static void accepted(Story story, Episode episode, String referral) {
        var chapter = new ReferralChapter(story, episode, referral);
        chapter.refer();
        // nobody's policy gives fewer than ten working days
        int gap = (int) ChronoUnit.DAYS.between(chapter.day, episode.enrolled());
        var answered = chapter.day.plusDays(story.random().between(1, Math.min(9, gap)));
        story.on(answered, at -> new ReferralStep.Accept(story.staff().municipal(), at, referral));
    }

    /** Referred, and never taken. */
    static void unsuccessful(Story story) {
        var chapter = new ReferralChapter(story, story.person().first(), "referral");
        chapter.refer();
        switch (story.person().purpose()) {
            case DECLINED -> chapter.declined();
            case OVERDUE ->
                story.on(
                        chapter.day.plusDays(30),
                        at -> new CorrectionStep.LetTimePass(story.staff().municipal(), at, "ReferralOverdue"));
            case WITHDRAWN -> chapter.withdrawn();
            case REFERRAL_IN_ERROR -> chapter.inError();
            case PARTICIPANT, ENROLMENT_IN_ERROR, EARLIER_YEAR, HOLIDAY_JOB ->
                throw new IllegalArgumentException("a referral that succeeds, or none");
        }
    }

    private void declined() {
        var reason = story.random().oneOf(REFUSALS);
        story.on(
                day.plusDays(story.random().between(2, 9)),
                at -> new ReferralStep.Decline(story.staff().municipal(), at, referral, reason));
    }

    private void withdrawn() {
        var reason = story.random().oneOf(WITHDRAWALS);
        story.on(
                day.plusDays(story.random().between(1, 6)),
                at -> new ReferralStep.Withdraw(sender, at, referral, reason));
    }

    private void inError() {
        var reason = story.random().oneOf(List.of("WRONG_PERSON", "ENTERED_TWICE", "DID_NOT_HAPPEN"));
        story.on(
                day.plusDays(story.random().between(0, 4)),
                at -> new CorrectionStep.Correct(sender, at, referral, reason));
    }

    private void refer() {
        story.register(sender, day);
        var person = story.person();
        var source = Objects.requireNonNull(episode.source());
        story.on(
                day,
                at -> new ReferralStep.Refer(
                        sender,
                        at,
                        referral,
                        person.municipality() + ":LABOUR_MARKET",
                        source,
                        source.equals("OTHER") ? story.random().oneOf(OTHER_SOURCES) : null,
                        targetGroup(source),
                        assistance(source),
                        episode.withoutWorkSince(),
                        person.education().toUpperCase(Locale.ROOT),
                        wish()));
    }

    private @Nullable String wish() {
        return story.random().oneIn(4) ? null : story.random().oneOf(WISHES);
    }

    private String targetGroup(String source) {
        if (story.year() - story.person().birthYear() <= 24) {
            return "YOUNG_PERSON";
        }
        if (story.person().withoutWork() == WithoutWork.OVER_24_MONTHS) {
            return "LONG_TERM_UNEMPLOYED";
        }
        return source.equals("SOCIAL_SERVICES")
                ? "SOCIAL_ASSISTANCE_RECIPIENT"
                : story.random().oneOf(List.of("NEWCOMER", "REDUCED_WORK_CAPACITY", "OTHER"));
    }

    private String assistance(String source) {
        return source.endsWith("SOCIAL_SERVICES") ? story.random().oneOf(List.of("FULL", "SUPPLEMENTARY")) : "NONE";
    }

    /** Social services and the agency speak for themselves; what came on paper the unit enters. */
    private static StaffActor sender(Story story, String source) {
        var staff = story.staff();
        return switch (source) {
            case "SOCIAL_SERVICES" -> staff.social();
            case "EMPLOYMENT_SERVICE" -> staff.agency();
            case "EMPLOYMENT_SERVICE_WITH_SOCIAL_SERVICES" ->
                story.person().number() % 2 == 0 ? staff.social() : staff.agency();
            default -> staff.municipal();
        };
    }
}
