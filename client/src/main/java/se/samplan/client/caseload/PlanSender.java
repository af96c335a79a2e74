package se.samplan.client.caseload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends a whole plan: first the operator's orders, then the people, many at once and each in order. */
final class PlanSender {

    private final Plan plan;
    private final Api api;
    private final int parallel;
    private final LoadProgress progress;
    private final AcknowledgedCounts tally = new AcknowledgedCounts();
    private final StaffIds staff = new StaffIds();
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicBoolean hopeless = new AtomicBoolean();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    PlanSender(Plan plan, Api api, int parallel, LoadProgress progress) {
        this.plan = plan;
        this.api = api;
        this.parallel = parallel;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param failures what stopped a person, without saying who it is
     */
    record Sent(int people, int commands, AcknowledgedCounts tally, List<String> failures) {}

    Sent send() throws InterruptedException {
        try {
            new SetupRun(api, keys(), staff, this::counted).send(Setup.of(plan));
            sendPeople();
        } catch (CommandFailed e) {
            failures.add(e.getMessage());
        }
        return new Sent(people.get(), tally.commands(), tally, List.copyOf(failures));
    }

    private void sendPeople() throws InterruptedException {
        var stories = new Stories(plan);
        var numbers = IdentityNumbers.of(plan.people(), plan.seed());
        var permits = new Semaphore(parallel);
        // people of all municipalities at once, as on any day
        List<Person> shuffled = SeededRandom.of(plan.seed(), "order of sending").shuffled(plan.people());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var person : shuffled) {
                permits.acquire();
                if (hopeless.get()) {
                    permits.release();
                    break;
                }
                running.add(threads.submit(() -> {
                    try {
                        send(person, stories.of(person), numbers.of(person));
                    } finally {
                        permits.release();
                    }
                }));
            }
            for (var each : running) {
                await(each);
            }
        }
    }

    private void send(Person person, List<Step> steps, String identityNumber) {
        var run = new PersonRun(
                api, staff, keys() + "-" + person.number(), identityNumber, step -> counted(step.events()));
        try {
            run.send(steps);
            people.incrementAndGet();
            if (steps.stream()
                    .anyMatch(step -> step instanceof ReferralStep.Refer || step instanceof EnrolmentStep.Enrol)) {
                tally.event("CaseOpened");
            }
        } catch (CommandFailed e) {
            hopeless.compareAndSet(false, e.isHopeless());
            failures.add("person " + person.number() + ": " + e.getMessage());
        }
    }

    private static void await(Future<?> each) throws InterruptedException {
        try {
            each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a defect of this program", e.getCause());
        }
    }

    private void counted(List<String> events) {
        tally.command(events);
        progress.step();
    }

    /** What the idempotency keys begin with: the same load sent again has no further effect. */
    private String keys() {
        return "caseload-%d-%d-%s".formatted(plan.year(), plan.seed(), plain(plan.scale()));
    }

    /** A scale as one writes it: 1, not 1.0. */
    static String plain(double scale) {
        return BigDecimal.valueOf(scale).stripTrailingZeros().toPlainString();
    }
}
