package dev.reelstore.adapter.postgres;

import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.SimpleExecutor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Statements are never answered from a cache, and so need no keys to find their answers by: MyBatis makes each key from
 * all parameters, which doubles the work of collecting them. Within a statement no other is asked.
 */
final class UncachedConfiguration extends Configuration {

    @Override
    public Executor newExecutor(Transaction transaction, @Nullable ExecutorType type) {
        return new SimpleExecutor(this, transaction) {
            @Override
            public CacheKey createCacheKey(
                    MappedStatement statement, Object parameter, RowBounds bounds, BoundSql boundSql) {
                return CacheKey.NULL_CACHE_KEY;
            }
        };
    }
}
