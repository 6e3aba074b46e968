package planted.adapters_know_the_domain_only.application;

public final class Facade {}
