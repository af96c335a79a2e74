package se.samplan.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;

/**
 * What every event records of the command that made it: in which context, and who, for which organisation and branch.
 * What time brought about is nobody's, whoever let it pass: the lapses are of all lanes.
 */
@Component
class Correlation implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var data = new LinkedHashMap<String, String>();
        data.put("causation", message.getIdentifier());
        data.put(
                "correlation",
                message.getMetaData()
                        .getOrDefault("correlation", message.getIdentifier())
                        .toString());
        if (!(message.getPayload() instanceof Command command && command.isOfTheClock())
                && message.getMetaData().get(CommandMetadata.ACTOR) instanceof Actor actor) {
            data.put(CommandMetadata.ACTOR_ID, actor.staffId().toString());
            data.put("organisation", actor.organisation().value());
            var lane = actor.lane();
            if (lane != null) {
                data.put("branch", lane.branch().name());
            }
        }
        return data;
    }
}
