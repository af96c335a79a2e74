package se.samplan.document;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.RawBsonDocument;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Serializes views with only maps, lists, strings, integers and booleans, which every server stores alike. */
@Component
public final class ViewJson {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            // Sets are read as sorted sets, so that a view that was read is written back unchanged.
            .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, TreeSet.class))
            .registerSubtypes(CaseEntryTypes.NAMED)
            .build();

    public RawBsonDocument write(Object value) {
        try (var tokens = json.writeValueIntoBuffer(value)) {
            return BsonTokens.document(tokens.asParser());
        }
    }

    public List<RawBsonDocument> writeAll(List<?> values) {
        return values.stream().map(this::write).toList();
    }

    public <T> T read(Map<String, ?> document, Class<T> type) {
        return json.convertValue(document, type);
    }
}
