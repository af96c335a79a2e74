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

/** Sends the commands that controllers build and writes their responses: all writes respond alike. */
@Component
public class CommandResponder {

    private final CommandDispatcher dispatcher;
    private final Etags etags;
    private final Positions positions;

    CommandResponder(CommandDispatcher dispatcher, Etags etags, Positions positions) {
        this.dispatcher = dispatcher;
        this.etags = etags;
        this.positions = positions;
    }

    /** The given status, with fields of the controller's own. */
    public ResponseEntity<Map<String, Object>> respond(
            HttpStatus status, Command command, WriteRequest request, Map<String, Object> fields) {
        return begin(status, send(command, request)).body(fields);
    }

    /** 201 with the id of what the command creates outside cases; a repeated request gets the first one's. */
    public ResponseEntity<Map<String, Object>> created(String idName, Command command, WriteRequest request) {
        var receipt = send(command, request);
        return begin(HttpStatus.CREATED, receipt).body(Map.of(idName, receipt.entry()));
    }

    /** 200 with the command's own answer. */
    public <T> ResponseEntity<T> answered(Class<T> type, Command command, WriteRequest request) {
        var receipt = send(command, request);
        return begin(HttpStatus.OK, receipt).body(receipt.answer(type));
    }

    /** 201 with the id of the entry that the command creates in a case. */
    ResponseEntity<Map<String, Object>> createdInCase(String idName, CaseCommand command, WriteRequest request) {
        var receipt = send(command, request);
        return begin(HttpStatus.CREATED, receipt)
                .header(HttpHeaders.ETAG, etag(command, receipt))
                .location(URI.create("/api/cases/" + command.caseId() + "/history"))
                .body(fields(idName, command, receipt));
    }

    /** 200 with the id of the entry that the command updates in a case. */
    ResponseEntity<Map<String, Object>> updatedInCase(String idName, CaseCommand command, WriteRequest request) {
        var receipt = send(command, request);
        return begin(HttpStatus.OK, receipt)
                .header(HttpHeaders.ETAG, etag(command, receipt))
                .body(fields(idName, command, receipt));
    }

    /** The answer of a command that changes nothing; there is nothing to repeat or to wait for. */
    Map<String, Object> read(CaseCommand command, WriteRequest request) {
        return send(command, request.unrepeatable()).answer(CaseAnswer.class).responseFields();
    }

    private Receipt send(Command command, WriteRequest request) {
        return dispatcher.send(command, request.envelope());
    }

    private ResponseEntity.BodyBuilder begin(HttpStatus status, Receipt receipt) {
        return ResponseEntity.status(status).header(Positions.HEADER, positions.write(receipt.position()));
    }

    private String etag(CaseCommand command, Receipt receipt) {
        return etags.of(command.caseId(), receipt.answer(CaseAnswer.class).version());
    }

    private static Map<String, Object> fields(String idName, CaseCommand command, Receipt receipt) {
        var answer = receipt.answer(CaseAnswer.class);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("caseId", command.caseId());
        fields.put(idName, answer.entry());
        fields.putAll(answer.responseFields());
        fields.putIfAbsent("warnings", List.of());
        fields.putIfAbsent("collisions", List.of());
        return fields;
    }
}
