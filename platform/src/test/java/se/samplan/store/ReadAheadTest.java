package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read ahead comes as if it were read in the same thread. */
@Timeout(60)
class ReadAheadTest {

    /** All places taken, one portion being handed over, and one more that has to wait. */
    private static final int MOST_AHEAD = (ReadAhead.PAGES + 2) * ReadAhead.PAGE;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ReadAhead.PAGE - 1, ReadAhead.PAGE, ReadAhead.PAGE + 1, 3 * MOST_AHEAD})
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
                                numbers(ReadAhead.PAGE + 3, next);
                                fail(failure);
                            },
                            got::add))
                    .isSameAs(failure);
            assertThat(got).hasSize(ReadAhead.PAGE + 3);
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
        var source = new Source(5 * MOST_AHEAD);
        var handedOver = new AtomicInteger();
        var most = new AtomicInteger();

        read(
                next -> source.read(number -> {
                    most.accumulateAndGet(number + 1 - handedOver.get(), Math::max);
                    next.accept(number);
                }),
                item -> {
                    source.awaitThatItWaits(item);
                    handedOver.incrementAndGet();
                });

        assertThat(most.get()).isEqualTo(MOST_AHEAD);
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
        var source = new Source(2 * MOST_AHEAD);
        var preparedBy = new ArrayList<Thread>();

        ReadAhead.<Integer, Thread>read(source::read, number -> Thread.currentThread(), thread -> {
            source.awaitThatItWaits(preparedBy.size());
            preparedBy.add(thread);
        });

        assertThat(preparedBy).hasSize(2 * MOST_AHEAD);
        assertThat(preparedBy.subList(0, ReadAhead.PAGES * ReadAhead.PAGE))
                .as("what was handed over while there was room")
                .containsOnly(Thread.currentThread());
        assertThat(preparedBy.subList(MOST_AHEAD - ReadAhead.PAGE, MOST_AHEAD))
                .as("what it had to wait with")
                .containsOnly(source.thread());
    }

    @Test
    void what_the_source_cannot_prepare_fails_here_after_what_it_had_read() {
        for (var failure : List.of(new IllegalStateException("of tomorrow"), new OutOfMemoryError("for a test"))) {
            var source = new Source(2 * MOST_AHEAD);
            var failed = new AtomicReference<@Nullable Integer>();
            var got = new ArrayList<Integer>();

            assertThatThrownBy(() -> ReadAhead.<Integer, Integer>read(
                            source::read,
                            number -> {
                                if (Thread.currentThread().equals(source.thread())) {
                                    failed.set(number);
                                    fail(failure);
                                }
                                return number;
                            },
                            number -> {
                                await(() -> failed.get() != null);
                                got.add(number);
                            }))
                    .isSameAs(failure);
            assertThat(got)
                    .isEqualTo(IntStream.range(0, Objects.requireNonNull(failed.get()))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void what_the_consumer_cannot_prepare_fails_here() {
        var failure = new IllegalStateException("of tomorrow");

        assertThatThrownBy(() -> ReadAhead.<Integer, Integer>read(
                        next -> numbers(ReadAhead.PAGE, next),
                        number -> {
                            throw failure;
                        },
                        number -> {}))
                .isSameAs(failure);
    }

    /** Numbers, and how many of them have been read. */
    private static final class Source {

        private final int count;
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicReference<Thread> thread = new AtomicReference<>();

        Source(int count) {
            this.count = count;
        }

        void read(Consumer<Integer> next) {
            thread.set(Thread.currentThread());
            numbers(count, number -> {
                read.incrementAndGet();
                next.accept(number);
            });
        }

        Thread thread() {
            return Objects.requireNonNull(thread.get());
        }

        /** Before the first item is used: until the source can go no further. */
        void awaitThatItWaits(int item) {
            await(() -> item > 0 || read.get() == MOST_AHEAD && thread().getState() == Thread.State.WAITING);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void read(Consumer<Consumer<Integer>> source, Consumer<Integer> consumer) {
        ReadAhead.read(source, Function.identity(), consumer);
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
