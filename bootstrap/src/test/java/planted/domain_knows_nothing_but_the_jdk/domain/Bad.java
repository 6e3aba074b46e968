package planted.domain_knows_nothing_but_the_jdk.domain;

import org.slf4j.Logger;

record Bad(Logger log) {}
