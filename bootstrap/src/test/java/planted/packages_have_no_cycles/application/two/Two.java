package planted.packages_have_no_cycles.application.two;

import planted.packages_have_no_cycles.application.one.One;

public final class Two {
    One one;
}
