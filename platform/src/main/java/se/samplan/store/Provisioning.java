package se.samplan.store;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Creates the database and its roles before the first migration; repeated, it changes passwords only. */
public final class Provisioning {

    /** Owns every table and runs the migrations; nothing else connects as it. */
    public static final String OWNER = "samplan_owner";

    /** The role that the running program connects as; owns nothing. */
    public static final String APP = "samplan_app";

    /** Owns the vault; nobody connects as it. */
    public static final String VAULT = "samplan_vault";

    /** The database's usual name. */
    public static final String DATABASE = "samplan";

    private final JdbcTemplate superuser;

    /** Connects as a superuser to any database of the server. */
    public Provisioning(DataSource superuser) {
        this.superuser = new JdbcTemplate(superuser);
    }

    /** Creates the roles and the database {@link #DATABASE}. */
    public void provision(String ownerPassword, String appPassword) {
        roles(ownerPassword, appPassword);
        database(DATABASE);
    }

    /** Creates the roles, or gives existing ones these passwords and rights. */
    void roles(String ownerPassword, String appPassword) {
        List.of(OWNER, APP, VAULT).forEach(this::role);
        login(OWNER, ownerPassword);
        login(APP, appPassword);
        superuser.execute("alter role " + VAULT + " nologin");
        // Migrations create the vault's tables as the vault's role, without the right to read them by default.
        superuser.execute("grant " + VAULT + " to " + OWNER + " with inherit false, set true");
        // For the alarm on the oldest lock, which another role may hold.
        superuser.execute("grant pg_read_all_stats to " + OWNER);
    }

    /** Creates a database that the owner owns and only Samplan's roles may enter, unless it exists. */
    void database(String name) {
        Boolean exists = superuser.queryForObject(
                "select exists(select 1 from pg_database where datname = ?)", Boolean.class, name);
        if (!Boolean.TRUE.equals(exists)) {
            superuser.execute("create database " + name + " owner " + OWNER + " encoding 'UTF8' template template0");
        }
        superuser.execute("revoke all on database " + name + " from public");
        // The check of the access rows projects the events into temporary tables.
        superuser.execute("grant connect, temporary on database " + name + " to " + APP);
    }

    private void role(String name) {
        Boolean exists = superuser.queryForObject(
                "select exists(select 1 from pg_roles where rolname = ?)", Boolean.class, name);
        if (!Boolean.TRUE.equals(exists)) {
            superuser.execute("create role " + name);
        }
        superuser.execute(
                "alter role " + name + " nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit");
    }

    private void login(String role, String password) {
        // The server quotes it, since ALTER ROLE takes no parameters.
        superuser.execute(Objects.requireNonNull(superuser.queryForObject(
                "select format('alter role %I login password %L', ?::text, ?::text)", String.class, role, password)));
    }
}
