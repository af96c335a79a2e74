package se.samplan.pipeline;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseCommand;
import se.samplan.command.Command;
import se.samplan.http.Etags;
import se.samplan.http.Positions;

/** Sends what controllers built, and words the answers: all writes answer alike. */
@Component
public class CommandResponder {

    private final CommandDispatcher door;
    private final Etags etags;
    private final Positions positions;

    CommandResponder(CommandDispatcher door, Etags etags, Positions positions) {
        this.door = door;
        this.etags = etags;
        this.positions = positions;
    }

    /** 201 with the id of the entry that the command made in a case. */
    public ResponseEntity<Map<String, Object>> made(String idName, CaseCommand command, WriteRequest sender) {
        return ofCase(HttpStatus.CREATED, idName, command, sender);
    }

    /** 200 with the id of the entry that the command went on with. */
    public ResponseEntity<Map<String, Object>> done(String idName, CaseCommand command, WriteRequest sender) {
        return ofCase(HttpStatus.OK, idName, command, sender);
    }

    /** An answer about something other than a case. */
    public ResponseEntity<Map<String, Object>> plain(
            HttpStatus status, Command command, WriteRequest sender, Map<String, ?> told) {
        var receipt = send(command, sender);
        return ResponseEntity.status(status)
                .header(Positions.HEADER, positions.write(receipt.position()))
                .body(new LinkedHashMap<>(told));
    }

    /** 201 with the id of what the command made outside of cases; a repeated one answers the first one's. */
    public ResponseEntity<Map<String, Object>> entry(String idName, Command command, WriteRequest sender) {
        var receipt = send(command, sender);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Positions.HEADER, positions.write(receipt.position()))
                .body(Map.of(idName, receipt.entry()));
    }

    /** What a command got, for answers that need more. */
    public Receipt send(Command command, WriteRequest sender) {
        return door.send(
                command,
                new CommandEnvelope(
                        sender.claimed(),
                        sender.ifMatch(),
                        sender.key(),
                        sender.path() + "\n" + RawBody.ofThisRequest()));
    }

    public String position(Receipt receipt) {
        return positions.write(receipt.position());
    }

    private ResponseEntity<Map<String, Object>> ofCase(
            HttpStatus status, String idName, CaseCommand command, WriteRequest sender) {
        var receipt = send(command, sender);
        var answer = receipt.answer(CaseAnswer.class);
        var told = new LinkedHashMap<String, Object>();
        told.put("caseId", command.caseId());
        told.put(idName, answer.entry());
        told.putAll(answer.responseFields());
        told.putIfAbsent("warnings", List.of());
        told.put("collisions", answer.collisions());
        var reply = ResponseEntity.status(status)
                .header(Positions.HEADER, positions.write(receipt.position()))
                .header(HttpHeaders.ETAG, etags.of(command.caseId(), answer.version()));
        if (status == HttpStatus.CREATED) {
            reply.location(URI.create("/api/cases/" + command.caseId() + "/history"));
        }
        return reply.body(told);
    }
}
