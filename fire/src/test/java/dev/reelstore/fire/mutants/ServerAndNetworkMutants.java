package dev.reelstore.fire.mutants;

import dev.reelstore.fire.network.ByteCutCampaignTest;
import dev.reelstore.fire.network.CommitCutCampaignTest;
import dev.reelstore.fire.network.SilentNetworkCampaignTest;
import dev.reelstore.fire.server.ConnectionLimitCampaignTest;
import dev.reelstore.fire.server.LockCampaignTest;
import dev.reelstore.fire.server.PromotionCampaignTest;
import dev.reelstore.fire.server.ServerCrashCampaignTest;
import java.util.List;

/** Mistakes that show when servers fall and networks fail. */
final class ServerAndNetworkMutants {

    private static final String ADAPTER = "adapter-postgres";

    static final List<Mutant> ALL = List.of(
            Mutant.of(
                    ServerCrashCampaignTest.class,
                    ADAPTER,
                    "commits are acknowledged before they are written down",
                    "PlainDataSource.java",
                    "\" -c enable_seqscan=off -c jit=off\"",
                    "\" -c enable_seqscan=off -c jit=off -c synchronous_commit=off\""),
            Mutant.of(
                    ServerCrashCampaignTest.class,
                    ADAPTER,
                    "a connection is not given back after a rollback",
                    "Transaction.java",
                    "rollBackQuietly(connection);\n        end();",
                    "rollBackQuietly(connection);"),
            Mutant.of(
                    CommitCutCampaignTest.class,
                    ADAPTER,
                    "a commit in doubt is told as one that did not happen",
                    "SqlFailures.java",
                    "boolean refused = state != null\n",
                    "boolean refused = true || state != null\n"),
            Mutant.of(
                    CommitCutCampaignTest.class,
                    ADAPTER,
                    "a commit in doubt is told as one that happened",
                    "Transaction.java",
                    "return doubt;\n            }\n            throw failure;",
                    "return null;\n            }\n            throw failure;"),
            Mutant.of(
                    CommitCutCampaignTest.class,
                    ADAPTER,
                    "a transaction's number is believed of a server that was started anew",
                    "StoreMapper.xml",
                    "#{mark.server} = <include refid=\"server\"/>",
                    "split_part(#{mark.server}, ' ', 2) = split_part(<include refid=\"server\"/>, ' ', 2)"),
            Mutant.of(
                    CommitCutCampaignTest.class,
                    "application",
                    "what may have been committed is done again",
                    "Retrier.java",
                    "Repeat.after(failure) == Repeat.SAFE",
                    "Repeat.after(failure) != Repeat.USELESS"),
            Mutant.of(
                    ByteCutCampaignTest.class,
                    ADAPTER,
                    "every lost connection is told as a commit in doubt",
                    "SqlFailures.java",
                    "case \"08\" -> new StoreConnectionException(",
                    "case \"08\" -> new OutcomeUnknownException("),
            Mutant.of(
                    SilentNetworkCampaignTest.class,
                    ADAPTER,
                    "an answer is waited for without a limit",
                    "PlainDataSource.java",
                    "seconds(settings.socketTimeout())",
                    "\"0\""),
            Mutant.of(
                    PromotionCampaignTest.class,
                    ADAPTER,
                    "a connection to a demoted primary stays in the pool",
                    "PooledConnections.java",
                    "Override.MUST_EVICT",
                    "Override.CONTINUE_EVICT"),
            Mutant.of(
                    ConnectionLimitCampaignTest.class,
                    ADAPTER,
                    "who is refused a connection asks again at once",
                    "ListenerThread.java",
                    "                ended(pause);\n",
                    ""),
            Mutant.of(
                    LockCampaignTest.class,
                    ADAPTER,
                    "a lock that was not free in time is not known as such",
                    "SqlFailures.java",
                    "case \"55P03\" ->",
                    "case \"55P99\" ->"),
            Mutant.of(
                    LockCampaignTest.class,
                    ADAPTER,
                    "a deadlock is told as a failure that no repeat helps against",
                    "SqlFailures.java",
                    "case \"40\" ->",
                    "case \"4x\" ->"));

    private ServerAndNetworkMutants() {}
}
