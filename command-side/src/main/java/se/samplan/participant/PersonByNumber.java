package se.samplan.participant;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samplan.command.Command;
import se.samplan.command.Fact;
import se.samplan.command.FactSource;
import se.samplan.store.Query;
import se.samplan.store.Sql;
import se.samplan.vault.Vault;

/** Who already has the number to be registered, if anybody: the id, the stream and the case. */
@Component
class PersonByNumber implements FactSource {

    /** The participant id of whoever has the number. */
    static final String PERSON = "personByNumber";

    /** The id of that person's case. */
    static final String CASE = "caseByNumber";

    private final Vault vault;

    PersonByNumber(Vault vault) {
        this.vault = vault;
    }

    @Override
    public List<Fact<?>> factsFor(Command command) {
        if (!(command instanceof RegisterParticipant registration)) {
            return List.of();
        }
        var person = vault.whoHas(registration.number());
        return List.of(Fact.firstStream(PERSON, person), Fact.first(CASE, caseOf(person)));
    }

    private static Query<UUID> caseOf(Query<UUID> person) {
        return new Query<>(
                new Sql(
                        "select case_id from samplan.participant where participant_id = ("
                                + person.sql().text() + ")",
                        person.sql().parameters()),
                row -> row.getObject(1, UUID.class));
    }
}
