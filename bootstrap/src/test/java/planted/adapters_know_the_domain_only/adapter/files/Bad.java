package planted.adapters_know_the_domain_only.adapter.files;

import planted.adapters_know_the_domain_only.application.Facade;

record Bad(Facade facade) {}
