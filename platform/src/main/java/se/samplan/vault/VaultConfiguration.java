package se.samplan.vault;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the vault and the seals; the program does not start without the right master key. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    MasterKey masterKey(@Value("${samplan.master-key:#{null}}") @Nullable String masterKey) {
        return MasterKey.of(masterKey);
    }

    @Bean
    Vault vault(MasterKey masterKey, DataSource dataSource) {
        var vault = new Vault(masterKey, dataSource);
        vault.checkMasterKey();
        return vault;
    }

    @Bean
    Seals seals(MasterKey masterKey, DataSource dataSource) {
        return new Seals(masterKey, dataSource);
    }
}
