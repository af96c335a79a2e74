package se.samplan.pipeline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command bus, declared by hand: the transaction first, then what every command needs. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CommandBus commandBus(TransactionManager transactions) {
        return SimpleCommandBus.builder().transactionManager(transactions).build();
    }

    /** The interceptor needs the cases' repository, which needs the bus; so it is registered once all exist. */
    @Bean
    SmartInitializingSingleton interceptorsOnTheBus(
            CommandBus bus, ObjectProvider<CommandInterceptor> interceptor, CorrelationDataProvider correlation) {
        return () -> {
            bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
            bus.registerHandlerInterceptor(interceptor.getObject());
        };
    }

    @Bean
    CaseAccessLog caseAccessLog(JdbcClient jdbc) {
        return row -> jdbc.sql(row.text()).params(row.parameters()).update();
    }

    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(Idempotency idempotency) {
        return Tasks.recurring("forget-idempotency-keys", FixedDelay.ofHours(1))
                .execute((instance, context) -> idempotency.forget());
    }

    /** Streams are read before an aggregate is loaded, so a lock would come too late; optimistic versions decide. */
    @Bean
    LockFactory noLocks() {
        return NullLockFactory.INSTANCE;
    }
}
