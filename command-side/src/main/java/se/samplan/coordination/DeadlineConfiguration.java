package se.samplan.coordination;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.pipeline.CommandDispatcher;

/** The scheduler, whose table any number of processes share. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    private static final String EVERY = "${samplan.deadlines.every:PT30S}";

    @Bean
    Deadlines deadlines(@Qualifier("tokenDataSource") DataSource source, CommandDispatcher commands, Clock clock) {
        return new Deadlines(JdbcClient.create(source), commands, clock);
    }

    @Bean
    RecurringTask<Void> letTimePass(Deadlines deadlines, @Value(EVERY) Duration every) {
        return deadlines.task(every.multipliedBy(9).dividedBy(10)); // due by the next poll
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(
            @Qualifier("tokenDataSource") DataSource source,
            List<RecurringTask<?>> tasks,
            @Qualifier("clock") Clock storeClock, // whoever finds another's task stale compares two times
            @Value(EVERY) Duration every) {
        return Scheduler.create(source)
                .startTasks(tasks)
                .tableName("samplan.scheduled_tasks")
                .threads(2)
                .pollingInterval(every)
                .pollUsingLockAndFetch(0.5, 1) // one statement, where the default takes three
                .clock(storeClock::instant)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
    }
}
