package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.connection.ClusterConnectionMode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bulk write that failed, wherever and with whatever code, is read again and written again, and nothing is half done. */
class MongoOutageTest {

    private static final ContractCases CASES = new ContractCases(40, 40);

    /** Less than a bulk of them has. */
    private static final int SOME_BYTES = 50_000;

    @ParameterizedTest
    @EnumSource
    void a_server_that_goes_away_in_the_middle_of_a_bulk_is_asked_again_when_it_is_back(SeverableProxy.Moment moment)
            throws IOException {
        assumeFalse(TestMongo.SERVER.isSrvProtocol(), "the hosts stand in the DNS, so no proxy can be put before one");
        var address = new ServerAddress(TestMongo.SERVER.getHosts().getFirst());
        try (var proxy = new SeverableProxy(address.getHost(), address.getPort());
                var mongo = through(proxy)) {
            var documents = mongo.documents();
            var views = CASES.views(documents, mongo.parked());
            views.update(CASES.part(0, 2));
            proxy.cutAfter(SOME_BYTES, moment);

            assertThatThrownBy(() -> views.update(CASES.all())).isInstanceOf(MongoException.class);

            assertThat(proxy.isAway()).as("the cut has landed").isTrue();
            proxy.back();
            views.update(CASES.all());
            CASES.areAllIn(documents);
            assertThat(mongo.parked().count()).isZero();
        }
    }

    /** 1, 65 and 16908292 were seen where a server has no code of MongoDB's for what went wrong. */
    @ParameterizedTest
    @ValueSource(ints = {1, 65, 112, 11_000, 16_908_292})
    void a_bulk_of_which_a_half_was_written_before_it_failed_is_completed(int code) {
        try (var mongo = new TestMongo()) {
            var documents = mongo.documents();
            var asked = new AtomicInteger();
            var failing = new CaseDocuments(failing(documents.collection(), code, 3, 0.5, asked));

            CASES.views(failing, mongo.parked()).update(CASES.all());

            assertThat(asked).hasValueGreaterThan(3);
            CASES.areAllIn(documents);
        }
    }

    @Test
    void a_bulk_that_fails_for_good_is_given_up() {
        try (var mongo = new TestMongo()) {
            var asked = new AtomicInteger();
            var failing = failing(mongo.documents().collection(), 1, Integer.MAX_VALUE, 0, asked);
            var views = CASES.views(new CaseDocuments(failing), mongo.parked());

            assertThatThrownBy(() -> views.update(CASES.all())).isInstanceOf(IllegalStateException.class);

            assertThat(asked).hasValue(10);
        }
    }

    private static TestMongo through(SeverableProxy proxy) {
        return new TestMongo(settings -> settings.applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(new ServerAddress("localhost", proxy.port())))
                                .mode(ClusterConnectionMode.SINGLE)
                                .requiredReplicaSetName(null)
                                .serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSslSettings(tls -> tls.invalidHostNameAllowed(true)));
    }

    /** The collection, whose first bulk writes fail with this code when they have written a part. */
    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> failing(
            MongoCollection<Document> real, int code, int times, double part, AtomicInteger asked) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("bulkWrite") && asked.getAndIncrement() < times) {
                        var writes = (List<WriteModel<Document>>) arguments[0];
                        var written = writes.subList(0, (int) (writes.size() * part));
                        if (!written.isEmpty()) {
                            real.bulkWrite(written, (BulkWriteOptions) arguments[1]);
                        }
                        throw new MongoCommandException(
                                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)),
                                new ServerAddress());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
