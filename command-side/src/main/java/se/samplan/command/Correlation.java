package se.samplan.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;
import se.samplan.coordination.LetTimePass;
import se.samplan.http.Caller;

/**
 * What every event records of the command that made it: in which context, and who, for which organisation and branch. What
 * time brought about is nobody's, whoever let it pass: the lapses are of all lanes.
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
        if (!(message.getPayload() instanceof LetTimePass)
                && message.getMetaData().get(Keys.CALLER) instanceof Caller caller) {
            data.put(Keys.ACTOR, caller.staffId().toString());
            data.put("organisation", caller.organisation().value());
            var lane = caller.lane();
            if (lane != null) {
                data.put("branch", lane.branch().name());
            }
        }
        return data;
    }
}
