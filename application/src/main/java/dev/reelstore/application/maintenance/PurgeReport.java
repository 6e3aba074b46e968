package dev.reelstore.application.maintenance;

/**
 * What a purge did.
 *
 * @param jobs how many jobs went
 * @param journalRecords how many records of the journal went whose jobs stayed
 * @param done whether it came to its end; false when it was interrupted or reached a limit, so that more may be there
 */
public record PurgeReport(long jobs, long journalRecords, boolean done) {}
