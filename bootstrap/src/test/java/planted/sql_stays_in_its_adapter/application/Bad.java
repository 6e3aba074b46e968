package planted.sql_stays_in_its_adapter.application;

import javax.sql.DataSource;

record Bad(DataSource source) {}
