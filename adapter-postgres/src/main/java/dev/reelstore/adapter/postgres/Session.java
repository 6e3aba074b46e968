package dev.reelstore.adapter.postgres;

import org.apache.ibatis.session.SqlSession;

/**
 * The statements, on one connection. Not safe for several threads.
 *
 * @param sql where they run
 * @param own whether the transaction was opened for this one call, so that it may have settings of its own
 * @param wakes how workers learn of jobs that these statements make
 */
record Session(SqlSession sql, boolean own, Wakes wakes) {

    JobMapper jobs() {
        return sql.getMapper(JobMapper.class);
    }

    ClaimMapper claims() {
        return sql.getMapper(ClaimMapper.class);
    }

    StageMapper stages() {
        return sql.getMapper(StageMapper.class);
    }

    ChannelMapper channels() {
        return sql.getMapper(ChannelMapper.class);
    }

    JournalMapper journal() {
        return sql.getMapper(JournalMapper.class);
    }

    VideoMapper videos() {
        return sql.getMapper(VideoMapper.class);
    }

    QualityMapper qualities() {
        return sql.getMapper(QualityMapper.class);
    }

    FindingMapper findings() {
        return sql.getMapper(FindingMapper.class);
    }

    LayoutMapper layouts() {
        return sql.getMapper(LayoutMapper.class);
    }

    StoreMapper store() {
        return sql.getMapper(StoreMapper.class);
    }
}
