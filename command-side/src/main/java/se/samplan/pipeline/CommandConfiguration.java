package se.samplan.pipeline;

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
import se.samplan.rights.AccessProjection;

/** The command bus, declared by hand: the transaction first, then what every command needs. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CommandBus commandBus(TransactionManager transactions) {
        return SimpleCommandBus.builder().transactionManager(transactions).build();
    }

    /** The unit needs the cases' repository, which needs the bus; so it joins when all are there. */
    @Bean
    SmartInitializingSingleton commandUnitOnTheBus(
            CommandBus bus, ObjectProvider<CommandInterceptor> unit, CorrelationDataProvider correlation) {
        return () -> {
            bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
            bus.registerHandlerInterceptor(unit.getObject());
        };
    }

    /** Only the side that appends writes them. */
    @Bean
    AccessProjection rightsRows() {
        return AccessProjection.real();
    }

    /** Streams are read before an aggregate is loaded, so a lock then would come too late; versions decide. */
    @Bean
    LockFactory noLocks() {
        return NullLockFactory.INSTANCE;
    }
}
