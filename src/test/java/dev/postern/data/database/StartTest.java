package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.Sql;
import dev.postern.data.StoreUnavailable;
import dev.postern.platform.MasterKeys;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What a start does with the schema and the master key, and what an absent database looks like. */
class StartTest {

    private static DataSource fresh(String name) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        return h2;
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return key;
    }

    @Test
    void the_schema_is_made_once() {
        DataSource database = fresh("start");
        assertThat(Migrations.run(database).migrationsExecuted).isPositive();
        assertThat(Migrations.run(database).migrationsExecuted).isZero();
    }

    @Test
    void another_master_key_stops_the_start_with_one_message() {
        DataSource database = fresh("masterkey");
        Migrations.run(database);
        Sql sql = new Sql(database);
        new MasterKeyCheck(sql, new MasterKeys(Map.of(1, key(1)))).run();
        new MasterKeyCheck(sql, new MasterKeys(Map.of(1, key(1)))).run();
        MasterKeyCheck wrong = new MasterKeyCheck(sql, new MasterKeys(Map.of(1, key(2))));
        assertThatThrownBy(wrong::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master key version 1")
                .hasMessageContaining("postern.master-key-file");
        new MasterKeyCheck(sql, new MasterKeys(Map.of(1, key(1), 2, key(2)))).run();
        MasterKeyCheck wrongOld = new MasterKeyCheck(sql, new MasterKeys(Map.of(1, key(3), 2, key(2))));
        assertThatThrownBy(wrongOld::run).hasMessageContaining("master key version 1");
    }

    @Test
    void an_absent_database_is_store_unavailable() {
        DataSource away = (DataSource) Proxy.newProxyInstance(
                StartTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLException("connection refused", "08001");
                });
        Sql sql = new Sql(away);
        assertThatThrownBy(() -> TestStores.grants(sql).isRevoked("g", "t")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(sql::requireAnswer).isInstanceOf(StoreUnavailable.class);
        assertThat(sql.answersWithin(1)).isFalse();
        assertThat(new Sql(fresh("health")).answersWithin(1)).isTrue();
    }
}
