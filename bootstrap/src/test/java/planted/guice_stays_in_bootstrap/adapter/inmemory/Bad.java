package planted.guice_stays_in_bootstrap.adapter.inmemory;

import com.google.inject.Injector;

record Bad(Injector injector) {}
