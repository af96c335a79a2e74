package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ProvisioningTest {

    private final TestPostgres postgres = TestPostgres.fresh();
    private final JdbcTemplate superuser = new JdbcTemplate(postgres.superuser());

    @Test
    void it_makes_the_database_and_can_be_repeated() {
        var provisioning = new Provisioning(postgres.superuser());

        provisioning.provision("test", "test");
        assertThatCode(() -> provisioning.provision("test", "test")).doesNotThrowAnyException();

        assertThat(superuser.queryForObject(
                        "select pg_get_userbyid(datdba) from pg_database where datname = 'samplan'", String.class))
                .isEqualTo("samplan_owner");
        assertThatCode(() -> connect("samplan", "samplan_app")).doesNotThrowAnyException();
    }

    @Test
    void nobody_connects_as_the_vault() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "samplan_vault", "test"))
                .hasMessageContaining("not permitted to log in");
    }

    @Test
    void a_password_may_hold_any_character() {
        var provisioning = new Provisioning(postgres.superuser());
        try {
            assertThatCode(() -> provisioning.roles("te'st\\%I\"", "test")).doesNotThrowAnyException();
        } finally {
            provisioning.roles("test", "test");
        }
    }

    @Test
    void the_owner_makes_schemas_in_the_vaults_name_but_does_not_read_them() {
        var owner = new JdbcTemplate(postgres.owner());
        owner.execute("create schema sealed authorization samplan_vault");
        superuser.execute("create table sealed.secret as select 1 as n");
        superuser.execute("alter table sealed.secret owner to samplan_vault");

        assertThatThrownBy(() -> owner.queryForList("select * from sealed.secret"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_program_cannot_become_another_role_nor_make_anything() {
        var app = new JdbcTemplate(postgres.app());

        assertThatThrownBy(() -> app.execute("set role samplan_owner"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.execute("set role samplan_vault"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.execute("create table samplan.mine ()"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.execute("create table public.mine ()"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void connect(String database, String user) throws SQLException {
        var url = postgres.url().substring(0, postgres.url().lastIndexOf('/') + 1) + database;
        DriverManager.getConnection(url, user, "test").close();
    }
}
