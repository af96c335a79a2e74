// Turns the single server into a replica set, once, and waits until it accepts writes.
const password = encodeURIComponent(process.env.MONGO_PASSWORD);
const admin = new Mongo(`mongodb://samplan:${password}@mongo:27017/?directConnection=true&authSource=admin`).getDB("admin");
try {
    admin.adminCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] } });
} catch (e) {
    if (e.codeName !== "AlreadyInitialized") throw e;
}
for (let tries = 0; !admin.hello().isWritablePrimary; tries++) {
    if (tries === 60) throw new Error("the replica set has no primary");
    sleep(500);
}
