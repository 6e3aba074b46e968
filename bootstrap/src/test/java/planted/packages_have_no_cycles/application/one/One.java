package planted.packages_have_no_cycles.application.one;

import planted.packages_have_no_cycles.application.two.Two;

public final class One {
    Two two;
}
