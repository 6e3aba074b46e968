package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.value.Check;

/**
 * How to work on a DataSource of the caller's.
 *
 * @param schema what a start does about the schema
 * @param limits how long the server lets a transaction wait; set anew in each, as nothing is known of the connections
 */
public record DataSourceSettings(SchemaMode schema, Limits limits) {

    /** Migrates, with the default limits. */
    public static final DataSourceSettings DEFAULT = new DataSourceSettings(SchemaMode.MIGRATE, Limits.DEFAULT);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing */
    public DataSourceSettings {
        Check.present("schema", schema);
        Check.present("limits", limits);
    }

    /** The same, doing this about the schema. */
    public DataSourceSettings schema(SchemaMode value) {
        return new DataSourceSettings(value, limits);
    }

    /** The same with these limits. */
    public DataSourceSettings limits(Limits value) {
        return new DataSourceSettings(schema, value);
    }
}
