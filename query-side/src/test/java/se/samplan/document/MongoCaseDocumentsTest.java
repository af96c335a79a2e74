package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.fold.Fold;
import se.samplan.fold.Histories;

/** Documents are found by their ids, and are what was written, with everything in them. */
class MongoCaseDocumentsTest {

    private final TestMongo mongo = new TestMongo();

    @AfterEach
    void close() {
        mongo.close();
    }

    @ParameterizedTest
    @MethodSource("se.samplan.fold.FoldLawTest#folds")
    <V> void a_whole_document_is_read_back_as_it_was_written(Fold<V> fold) {
        var json = new ViewJson();
        var documents = mongo.documents();
        var written = LongStream.range(0, 60)
                .mapToObj(seed -> Histories.of(seed, 60))
                .map(history -> CaseDocument.none(history.getFirst().stream(), fold)
                        .after(history)
                        .document()
                        .written(json))
                .toList();
        documents.insert(written);
        var whole = written.stream().map(MongoCaseDocumentsTest::whole).toList();

        var found = documents.collection().find().into(new ArrayList<>());

        assertThat(found).hasSameSizeAs(written);
        found.forEach(
                document -> assertThat(whole).as(document.getString("_id")).contains(document));
        var types = new HashSet<Class<?>>();
        whole.forEach(document -> types(document, types));
        assertThat(types)
                .as("all that a document may hold")
                .contains(String.class, Integer.class)
                .isSubsetOf(String.class, Integer.class, Long.class, Boolean.class);
    }

    @Test
    void documents_are_loaded_and_written_by_their_ids() {
        mongo.filled(number -> Map.of("lane", "1481:LABOUR_MARKET"));
        var loaded = Filters.in("_id", "17/plans", "2017/plans");
        var unchanged = Filters.and(Filters.eq("_id", "17/plans"), Filters.eq("sequence", 17));

        for (var filter : List.of(loaded, unchanged)) {
            mongo.usesIndex(new Document("find", "cases").append("filter", filter), "_id_", "IDHACK", "EXPRESS");
        }
    }

    /** With maps in the place of what is BSON already. */
    private static Document whole(Document written) {
        var bson = written.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry());
        return new DocumentCodec()
                .decode(bson.asBsonReader(), DecoderContext.builder().build());
    }

    private static void types(Object value, Set<Class<?>> types) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(each -> types(each, types));
            case Collection<?> list -> list.forEach(each -> types(each, types));
            default -> types.add(value.getClass());
        }
    }
}
