package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.ValueHandler.Column;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.VideoId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.apache.ibatis.type.TypeHandlerRegistry;

/** How statements and rows become calls and values; one for all, built on first use. Safe from any thread. */
final class Mapping {

    static final List<Class<?>> MAPPERS = List.of(
            JobMapper.class,
            ClaimMapper.class,
            StageMapper.class,
            ChannelMapper.class,
            JournalMapper.class,
            VideoMapper.class,
            QualityMapper.class,
            FindingMapper.class,
            LayoutMapper.class,
            StoreMapper.class);

    private static final SqlSessionFactory SESSIONS = new DefaultSqlSessionFactory(configuration());

    private Mapping() {}

    /** A session on a connection that it neither commits nor closes. */
    static SqlSession on(Connection connection) {
        return SESSIONS.openSession(ExecutorType.SIMPLE, connection);
    }

    /** Names in the mapper files are looked up from here, whatever loader the calling thread happens to carry. */
    static Configuration configuration() {
        Thread thread = Thread.currentThread();
        ClassLoader carried = thread.getContextClassLoader();
        thread.setContextClassLoader(Mapping.class.getClassLoader());
        try {
            return read();
        } finally {
            thread.setContextClassLoader(carried);
        }
    }

    private static Configuration read() {
        Configuration configuration = new UncachedConfiguration();
        configuration.setEnvironment(environment());
        configuration.setAutoMappingBehavior(AutoMappingBehavior.NONE);
        configuration.setObjectFactory(new RowFactory());
        configuration.setCacheEnabled(false);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        register(configuration.getTypeHandlerRegistry());
        array("uuidArray", new ArrayHandler.OfUuids(), configuration);
        array("textArray", new ArrayHandler.OfTexts(), configuration);
        array("intArray", new ArrayHandler.OfIntegers(), configuration);
        array("bigintArray", new ArrayHandler.OfLongs(), configuration);
        array("doubleArray", new ArrayHandler.OfDoubles(), configuration);
        MAPPERS.forEach(configuration::addMapper);
        return configuration;
    }

    /** The units own their connections: the mapping may neither commit nor close, and never opens one itself. */
    private static Environment environment() {
        ManagedTransactionFactory transactions = new ManagedTransactionFactory();
        Properties properties = new Properties();
        properties.setProperty("closeConnection", "false");
        transactions.setProperties(properties);
        return new Environment("reelstore", transactions, new UnpooledDataSource());
    }

    /** Known to statements by its name; no type goes through it unasked. */
    private static void array(String name, ArrayHandler handler, Configuration configuration) {
        configuration.getTypeHandlerRegistry().register(handler);
        configuration.getTypeAliasRegistry().registerAlias(name, handler.getClass());
    }

    private static void register(TypeHandlerRegistry handlers) {
        Column<UUID> uuid = Column.of(UUID.class);
        Column<OffsetDateTime> time = Column.of(OffsetDateTime.class);
        Column<Long> number = Column.of(Long.class);
        Column<String> text = ResultSet::getString;
        handlers.register(UUID.class, new ValueHandler<>(uuid, Function.identity(), Function.identity()));
        handlers.register(JobId.class, new ValueHandler<>(uuid, JobId::value, JobId::new));
        handlers.register(WorkerId.class, new ValueHandler<>(uuid, WorkerId::value, WorkerId::new));
        handlers.register(ChannelId.class, new ValueHandler<>(uuid, ChannelId::value, ChannelId::new));
        handlers.register(VideoId.class, new ValueHandler<>(uuid, VideoId::value, VideoId::new));
        handlers.register(QualityId.class, new ValueHandler<>(uuid, QualityId::value, QualityId::new));
        handlers.register(FindingId.class, new ValueHandler<>(uuid, FindingId::value, FindingId::new));
        handlers.register(QualityLevel.class, new ValueHandler<>(text, QualityLevel::label, QualityLevel::parse));
        handlers.register(SourceHash.class, new ValueHandler<>(text, SourceHash::hex, SourceHash::new));
        handlers.register(JsonDocument.class, new ValueHandler<>(text, JsonDocument::text, JsonDocument::kept));
        handlers.register(Job.class, new RowHandler<>(JobRow::job));
        handlers.register(Claim.class, new RowHandler<>(JobRow::claim));
        handlers.register(VideoQuality.class, new RowHandler<>(QualityRow::quality));
        handlers.register(CommitMark.class, new ValueHandler<>(text, CommitMark::text, CommitMark::parse));
        handlers.register(
                Duration.class,
                new ValueHandler<>(number, Mapping::micros, micros -> Duration.of(micros, ChronoUnit.MICROS)));
        handlers.register(
                Instant.class,
                new ValueHandler<>(time, instant -> instant.atOffset(ZoneOffset.UTC), OffsetDateTime::toInstant));
    }

    static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
    }
}
