package dev.postern.data.reporting;

import dev.postern.data.Sql;

/** The real reporting store, for tests of other boxes. */
public final class TestReportingStore {

    private TestReportingStore() {}

    public static ReportingStore on(Sql sql) {
        return new JdbcReportingStore(sql);
    }
}
