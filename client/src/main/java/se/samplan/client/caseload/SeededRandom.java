package se.samplan.client.caseload;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random numbers, reproducible per seed and purpose. */
final class SeededRandom {

    private final Random random;

    private SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    /** A generator per purpose, so that one purpose's draws do not affect another's. */
    static SeededRandom of(long seed, String purpose) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : (seed + "/" + purpose).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return new SeededRandom(hash);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least >= most ? least : least + random.nextInt(most - least + 1);
    }

    /** Both ends included; the first where the last is before it. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) Math.max(0, ChronoUnit.DAYS.between(first, last))));
    }

    double fraction() {
        return random.nextDouble();
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(Collection<? extends T> some) {
        var all = new ArrayList<T>(some);
        Collections.shuffle(all, random);
        return all;
    }
}
