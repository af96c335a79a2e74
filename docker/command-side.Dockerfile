# The command side: handles commands, watches deadlines. Build from the repository's root:
#   docker build -f docker/command-side.Dockerfile .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /samplan
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -DskipTests -pl command-side -am package \
    && java -Djarmode=tools -jar command-side/target/command-side-*-exec.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:25-jre
RUN groupadd --system samplan && useradd --system --gid samplan --no-create-home samplan
WORKDIR /samplan
# Least-changed layers first, so that an update transfers little.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER samplan
EXPOSE 8081
ENV SERVER_PORT=8081 SERVER_ADDRESS=0.0.0.0
# Health and metrics, for the network of the containers: never publish it.
ENV MANAGEMENT_SERVER_PORT=9081 MANAGEMENT_SERVER_ADDRESS=0.0.0.0
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9081 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
    "-Daxoniq.update-checker.disabled=true", "-Duser.timezone=UTC", "org.springframework.boot.loader.launch.JarLauncher"]
