package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read ahead comes as if it were read in the same thread. */
@Timeout(60)
class AheadTest {

    private static final int MOST_AHEAD = (Ahead.PORTIONS + 1) * Ahead.AT_ONCE;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Ahead.AT_ONCE - 1, Ahead.AT_ONCE, Ahead.AT_ONCE + 1, 3 * MOST_AHEAD})
    void all_items_come_in_order_and_in_the_callers_thread(int count) {
        var got = new ArrayList<Integer>();
        var readers = new ArrayList<Thread>();
        var here = Thread.currentThread();

        read(
                next -> {
                    readers.add(Thread.currentThread());
                    numbers(count, next);
                },
                item -> {
                    assertThat(Thread.currentThread()).isSameAs(here);
                    got.add(item);
                });

        assertThat(got).isEqualTo(IntStream.range(0, count).boxed().toList());
        assertThat(readers).hasSize(1).doesNotContain(here);
    }

    @Test
    void a_source_that_fails_fails_here_after_what_it_had_read() {
        for (var failure : List.of(new IllegalStateException("away"), new AssertionError("wrong"))) {
            var got = new ArrayList<Integer>();
            assertThatThrownBy(() -> read(
                            next -> {
                                numbers(Ahead.AT_ONCE + 3, next);
                                fail(failure);
                            },
                            got::add))
                    .isSameAs(failure);
            assertThat(got).hasSize(Ahead.AT_ONCE + 3);
        }
    }

    @Test
    void a_consumer_that_fails_ends_the_source_before_it_is_told() {
        var atRest = new AtomicBoolean();
        var failure = new IllegalStateException("the views are away");

        assertThatThrownBy(() -> read(
                        next -> {
                            try {
                                numbers(Integer.MAX_VALUE, next);
                            } finally {
                                atRest.set(true);
                            }
                        },
                        item -> {
                            throw failure;
                        }))
                .isSameAs(failure);
        assertThat(atRest).isTrue();
    }

    @Test
    void a_consumer_that_fails_is_told_so_whatever_the_source_says_at_its_end() {
        var failure = new IllegalStateException("the views are away");

        assertThatThrownBy(() -> read(
                        next -> {
                            try {
                                numbers(Integer.MAX_VALUE, next);
                            } catch (RuntimeException e) {
                                throw new IllegalArgumentException(e);
                            }
                        },
                        item -> {
                            throw failure;
                        }))
                .isSameAs(failure);
    }

    @Test
    void the_source_is_never_further_ahead_than_it_may() {
        var source = new AtomicReference<Thread>();
        var ahead = new AtomicInteger();
        var most = new AtomicInteger();

        read(
                next -> {
                    source.set(Thread.currentThread());
                    numbers(5 * MOST_AHEAD, number -> {
                        most.accumulateAndGet(ahead.incrementAndGet(), Math::max);
                        next.accept(number);
                    });
                },
                item -> {
                    if (item == 0) {
                        awaitWaiting(Objects.requireNonNull(source.get()));
                    }
                    ahead.decrementAndGet();
                });

        // One portion is being handed over, and one is being filled.
        assertThat(most.get()).isBetween(MOST_AHEAD, MOST_AHEAD + Ahead.AT_ONCE);
    }

    @Test
    void whoever_is_interrupted_finds_out_in_the_consumer() throws InterruptedException {
        var interrupted = new AtomicInteger();
        var failed = new AtomicReference<Throwable>();
        var caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            read(next -> numbers(2 * MOST_AHEAD, next), item -> {
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.incrementAndGet();
                }
            });
        });
        caller.setUncaughtExceptionHandler((thread, e) -> failed.set(e));
        caller.start();
        caller.join();

        assertThat(failed.get()).isNull();
        assertThat(interrupted.get()).isEqualTo(2 * MOST_AHEAD);
    }

    @Test
    void items_are_prepared_by_the_source_while_the_consumer_is_busy_and_by_the_consumer_while_it_waits() {
        var source = new AtomicReference<Thread>();
        var preparedBy = new ArrayList<Thread>();

        Ahead.<Integer, Thread>read(
                next -> {
                    source.set(Thread.currentThread());
                    numbers(2 * MOST_AHEAD, next);
                },
                number -> Thread.currentThread(),
                thread -> {
                    if (preparedBy.isEmpty()) {
                        awaitWaiting(Objects.requireNonNull(source.get()));
                    }
                    preparedBy.add(thread);
                });

        assertThat(preparedBy).hasSize(2 * MOST_AHEAD);
        assertThat(preparedBy.subList(0, Ahead.PORTIONS * Ahead.AT_ONCE))
                .as("what was handed over while there was room")
                .containsOnly(Thread.currentThread());
        assertThat(preparedBy.subList(MOST_AHEAD, MOST_AHEAD + Ahead.AT_ONCE))
                .as("what it had to wait with")
                .containsOnly(Objects.requireNonNull(source.get()));
    }

    private static void read(Consumer<Consumer<Integer>> source, Consumer<Integer> consumer) {
        Ahead.read(source, Function.identity(), consumer);
    }

    /** Until it can go no further, or has come to its end. */
    private static void awaitWaiting(Thread source) {
        while (source.isAlive() && source.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void numbers(int count, Consumer<Integer> next) {
        for (int number = 0; number < count; number++) {
            next.accept(number);
        }
    }

    private static void fail(Throwable failure) {
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalArgumentException(failure);
        }
    }
}
