package se.samplan.client.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Allots tracks, extras and protection by counting, never by luck: as many as the shares say, each turn at least once in a hundred cases. */
final class Fates {

    private final List<Person> people;
    private final int year;
    private final Shares shares;
    private final Dice dice;
    private final Map<Integer, Fate> fates = new HashMap<>();

    private Fates(List<Person> people, int year, Shares shares, long seed) {
        this.people = people;
        this.year = year;
        this.shares = shares;
        this.dice = Dice.of(seed, year + "/fates");
    }

    /** What befalls each person, by running number. */
    static Map<Integer, Fate> allot(List<Person> people, int year, Shares shares, long seed) {
        var fates = new Fates(people, year, shares, seed);
        people.forEach(person -> fates.fates.put(person.number(), Fate.NONE));
        fates.protect();
        for (var track : Track.values()) {
            fates.allot(track);
        }
        for (var extra : Extra.values()) {
            fates.allot(extra);
        }
        return fates.fates;
    }

    private Fate fate(Person person) {
        return fates.getOrDefault(person.number(), Fate.NONE);
    }

    /** Three in four of the protected are marked twice: first the weaker protection, then the stronger. */
    private void protect() {
        int participants = Math.toIntExact(people.stream()
                .filter(person -> person.part() == Part.PARTICIPANT)
                .count());
        int count = shares.percent(Share.PROTECTED) == 0 ? 0 : Math.max(1, shares.of(Share.PROTECTED, participants));
        int raised = Math.ceilDiv(count * 3, 4);
        var chosen = choose(
                count,
                (person, fate) ->
                        person.part() == Part.PARTICIPANT && person.stays().size() == 1);
        for (int i = 0; i < chosen.size(); i++) {
            var protection = i < raised ? Fate.Protection.PROTECTED_REGISTRATION : Fate.Protection.SECRECY_MARKING;
            fates.put(chosen.get(i).number(), fate(chosen.get(i)).with(protection));
        }
    }

    private void allot(Track track) {
        int least = track.turns().isEmpty() ? 0 : Math.ceilDiv(people.size(), 100);
        int count = Math.max(least, shares.of(track.share(), people.size()));
        choose(
                        count,
                        (person, fate) -> fate.track() == null
                                && person.room(year) >= track.room()
                                && (!fate.isProtected() || track.suitsProtected())
                                && track.suits(LocalPolicy.of(person.municipality())))
                .forEach(person -> fates.put(person.number(), fate(person).with(track)));
    }

    private void allot(Extra extra) {
        var suited = people.stream()
                .filter(person -> suits(extra, person, fate(person)))
                .count();
        choose(shares.of(extra.share(), Math.toIntExact(suited)), (person, fate) -> suits(extra, person, fate))
                .forEach(person -> fates.put(person.number(), fate(person).with(extra)));
    }

    private boolean suits(Extra extra, Person person, Fate fate) {
        if (person.room(year) < extra.room()) {
            return false;
        }
        return switch (extra) {
            case MUNICIPAL_PLAN, ACTIVITY_IN_ERROR -> true;
            case GOAL_ACHIEVED -> fate.has(Extra.MUNICIPAL_PLAN);
            case MUNICIPAL_ACTIVITY -> fate.track() == null || fate.track() == Track.AGENCY_APART;
            case HAND_OVER -> !fate.isProtected();
            case DEREGISTERED -> fate.track() != null;
            case LEFT_OPEN ->
                fate.has(Extra.MUNICIPAL_ACTIVITY) && person.first().ended() != null;
        };
    }

    private List<Person> choose(int count, BiPredicate<Person, Fate> suited) {
        return dice.<Person>shuffled(people).stream()
                .filter(person -> suited.test(person, fate(person)))
                .limit(count)
                .toList();
    }
}
