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
 * What every event records of its command: the context, and who acted for which organisation and branch. Lapses have no
 * actor, whoever let time pass: they are of all lanes.
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
