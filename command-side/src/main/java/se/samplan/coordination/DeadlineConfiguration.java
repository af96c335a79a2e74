package se.samplan.coordination;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.pipeline.Forgetting;

/** The scheduler, whose table any number of processes share. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    Deadlines deadlines(@Qualifier("tokenDataSource") DataSource source, CommandDispatcher door, Clock clock) {
        return new Deadlines(JdbcClient.create(source), door, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(
            @Qualifier("tokenDataSource") DataSource source,
            Deadlines deadlines,
            Forgetting forgetting,
            @Qualifier("clock") Clock storeClock, // whoever finds another's task stale compares two times
            @Value("${samplan.deadlines.every:PT30S}") Duration every) {
        var forget = Tasks.recurring("forget-idempotency-keys", FixedDelay.ofHours(1))
                .execute((instance, context) -> forgetting.forget());
        return Scheduler.create(source)
                .startTasks(deadlines.task(every.multipliedBy(9).dividedBy(10)), forget) // due by the next poll
                .tableName("samplan.scheduled_tasks")
                .threads(2)
                .pollingInterval(every)
                .pollUsingLockAndFetch(0.5, 1) // one statement, where the default takes three
                .clock(storeClock::instant)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
    }
}
