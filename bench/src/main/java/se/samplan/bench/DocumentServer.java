package se.samplan.bench;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.samplan.standalone.InMemoryDocuments;
import se.samplan.standalone.Ports;

/** The stand-in for MongoDB in a process of its own, so that it outlives those who use it; its main is that process. */
public final class DocumentServer implements AutoCloseable {

    private static final String READY = "Documents are served on ";

    /** It keeps all documents in memory, of builds that were replaced too until nobody reads them any more. */
    private static final String ROOM = "-Xmx8g";

    private final JavaProcess process;
    private final int port;

    private DocumentServer(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    public static void main(String[] arguments) {
        var server = new MongoServer(new InMemoryDocuments());
        server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
        System.out.println(READY + server.getLocalAddress().getPort());
    }

    static DocumentServer start(Path folder, List<String> javaOptions) throws IOException {
        var port = Ports.anyFree();
        var process = JavaProcess.start(
                folder.resolve("documents.log"),
                new JavaProcess.Recipe(
                        DocumentServer.class.getName(),
                        JavaProcess.classPath(entry -> false),
                        Stream.concat(javaOptions.stream(), Stream.of(ROOM)).toList(),
                        Map.of(),
                        List.of(Integer.toString(port))));
        process.awaitLine(READY);
        return new DocumentServer(process, port);
    }

    /** A database of this name on it. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
