package planted.application_knows_the_domain_only.application;

import com.google.inject.Injector;

record Bad(Injector injector) {}
