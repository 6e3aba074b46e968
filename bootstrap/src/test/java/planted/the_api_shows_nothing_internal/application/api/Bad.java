package planted.the_api_shows_nothing_internal.application.api;

public record Bad(String jobId, String leaseToken) {}
