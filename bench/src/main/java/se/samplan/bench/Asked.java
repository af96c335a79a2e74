package se.samplan.bench;

/** A request that is sent again and again, and the status that it is answered with. */
record Asked(String method, String path, String body, int status) {

    static Asked read(String path, int status) {
        return new Asked("GET", path, "", status);
    }

    static Asked write(String path, String body, int status) {
        return new Asked("POST", path, body, status);
    }
}
