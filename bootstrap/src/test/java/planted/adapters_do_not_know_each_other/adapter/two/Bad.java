package planted.adapters_do_not_know_each_other.adapter.two;

import planted.adapters_do_not_know_each_other.adapter.one.Theirs;

record Bad(Theirs theirs) {}
