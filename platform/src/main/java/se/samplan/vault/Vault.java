package se.samplan.vault;

import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.store.Query;
import se.samplan.store.Sql;

/** Stores identity numbers: looked up by a keyed hash, encrypted under a key per person. */
public final class Vault {

    /** The constraint that {@link #put} violates if another transaction registered the number first: decide again. */
    public static final String NUMBER_TAKEN = "identity_lookup";

    private static final int LOOKUP_BYTES = 32;

    private final int masterKey;
    private final WrappedKeys wrappedKeys;
    private final PrfHmacJce lookups;
    private final JdbcClient jdbc;
    private final IndependentTransaction independentTransaction;

    Vault(MasterKey master, DataSource vault) {
        masterKey = master.id();
        wrappedKeys = new WrappedKeys(master);
        lookups = hmac(master.derive("lookup", LOOKUP_BYTES));
        jdbc = JdbcClient.create(vault);
        independentTransaction = new IndependentTransaction(vault);
    }

    /**
     * Refuses a master key that this vault has never seen: under it, everybody would be registered a second time.
     *
     * @throws IllegalStateException if the vault was filled with another
     */
    void checkMasterKey() {
        var known = independentTransaction.run(() -> jdbc.sql("select vault.use_master_key(?)")
                .param(masterKey)
                .query(Integer.class)
                .optional());
        if (known.isEmpty()) {
            throw new IllegalStateException("samplan.master-key (SAMPLAN_MASTER_KEY in the environment) is not the key"
                    + " that this database was filled with; nothing personal could be read or found");
        }
    }

    /** Queries who has this number, for a command's first round trip. */
    public Query<UUID> whoHas(SecretNumber number) {
        return Query.of(
                row -> row.getObject(1, UUID.class),
                "select person_id from vault.find(?) as person_id",
                lookup(number));
    }

    /** Who has this number; queried at once, in the current transaction. */
    public Optional<UUID> find(SecretNumber number) {
        var query = whoHas(number).sql();
        return jdbc.sql(query.text())
                .params(query.parameters())
                .query(UUID.class)
                .optional();
    }

    /**
     * Stores that the person has this number, with a command's writes. For a known person it looks the same and changes
     * nothing, so always send it: the time taken then reveals nothing.
     */
    public Sql put(SecretNumber number, UUID person) {
        return new Sql("select vault.put(?, ?, ?, ?, ?, ?)", entry(number, person));
    }

    /** The parameters of the vault's functions that store that the person has this number. */
    private List<@Nullable Object> entry(SecretNumber number, UUID person) {
        var key = wrappedKeys.fresh(keyName(person));
        return List.of(
                lookup(number),
                number.subject().name(),
                person,
                masterKey,
                key.wrapped().bytes,
                sealed(number, key, person));
    }

    private static byte[] sealed(SecretNumber number, WrappedKeys.Fresh key, UUID person) {
        return WrappedKeys.encrypt(key.aead(), WrappedKeys.bytes(number.revealed()), numberName(person));
    }

    /**
     * The vault's id of this number, assigned now if it has none; called before the command is sent, for numbers that
     * register no stream, such as a sole trader's. One query to the vault, which includes the condition.
     *
     * @param ifAny the condition, whose row is read too; if it returns none, the id is empty and none is assigned
     */
    public Optional<UUID> idOf(SecretNumber number, Query<?> ifAny) {
        var parameters = new ArrayList<>(ifAny.sql().parameters());
        parameters.addAll(entry(number, UUID.randomUUID()));
        return independentTransaction.query(new Query<>(
                new Sql(
                        "with allowed as materialized (" + ifAny.sql().text() + ")"
                                + " select allowed.*, vault.id_of(?, ?, ?, ?, ?, ?) as given from allowed",
                        parameters),
                row -> {
                    ifAny.row().read(row);
                    return row.getObject("given", UUID.class);
                }));
    }

    /**
     * The person's identity number, canonical; empty if it is erased or nobody has this id. The opening is logged
     * before the answer.
     *
     * @param actor the staff member who sees it
     */
    public Optional<String> open(UUID person, UUID actor, OpeningReason reason) {
        return independentTransaction.run(() -> jdbc.sql("select master_key, wrapped, sealed from vault.open(?, ?, ?)")
                .params(person, actor, reason.name())
                .query((row, number) ->
                        number(new WrappedKeys.Wrapped(row.getInt(1), row.getBytes(2)), row.getBytes(3), person))
                .optional());
    }

    private String number(WrappedKeys.Wrapped key, byte[] sealed, UUID person) {
        try {
            var number =
                    wrappedKeys.unwrap(key, keyName(person)).decrypt(sealed, WrappedKeys.bytes(numberName(person)));
            return new String(number, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity number in the vault is not bound to its person", e);
        }
    }

    private byte[] lookup(SecretNumber number) {
        try {
            return lookups.compute(WrappedKeys.bytes(number.subject() + "|" + number.revealed()), LOOKUP_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private static PrfHmacJce hmac(byte[] key) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private static String keyName(UUID person) {
        return "person|" + person;
    }

    private static String numberName(UUID person) {
        return "number|" + person;
    }
}
