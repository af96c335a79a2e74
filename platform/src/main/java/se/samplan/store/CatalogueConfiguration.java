package se.samplan.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samplan.event.EventCatalogue;

/** Gives the store the event catalogue. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec(EventCatalogue.all());
    }
}
