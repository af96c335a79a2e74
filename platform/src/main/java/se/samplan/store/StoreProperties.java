package se.samplan.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the event store is, and who connects to it. */
@ConfigurationProperties("samplan.postgres")
record StoreProperties(
        String url,
        @DefaultValue("samplan_app") String user,
        String password,
        @DefaultValue("samplan_owner") String ownerUser,
        String ownerPassword,
        @DefaultValue("10") int commandConnections) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "StoreProperties[url=%s, user=%s, ownerUser=%s]".formatted(url, user, ownerUser);
    }
}
