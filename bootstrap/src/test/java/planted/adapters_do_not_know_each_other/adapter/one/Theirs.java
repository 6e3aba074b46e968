package planted.adapters_do_not_know_each_other.adapter.one;

public final class Theirs {}
