package se.samplan.pipeline;

import se.samplan.access.Actor;
import se.samplan.casework.CaseCommand;
import se.samplan.store.Sql;

/** Logs who was told about whose case, before the answer is given: with the command's events, or after a refusal. */
@FunctionalInterface
interface CaseAccessLog {

    /** Writes a row on its own; fails if it cannot. */
    void write(Sql row);

    /** The row of an answer to a command. */
    static Sql answered(CaseCommand command, Actor actor) {
        return row(command, actor, command.getClass().getSimpleName());
    }

    /** The row of a refusal by the case: its code may tell as much as an answer does. */
    static Sql refused(CaseCommand command, Actor actor, String code) {
        return row(command, actor, command.getClass().getSimpleName() + " " + code);
    }

    private static Sql row(CaseCommand command, Actor actor, String what) {
        return Sql.of(
                "insert into samplan.access_log (actor, organisation_id, case_ids, what) values (?, ?, array[?::uuid], ?)",
                actor.staffId().value(),
                actor.organisation().value(),
                command.stream(),
                what);
    }
}
