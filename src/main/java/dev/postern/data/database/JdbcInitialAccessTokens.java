package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Initial access tokens by their hashes. */
@Service
class JdbcInitialAccessTokens implements InitialAccessTokens {

    private static final String WITH_CLIENTS =
            "select token_hash, document, expires_at, owner, (select count(*) from client where client.owner = ? ||"
                    + " token_hash) as clients from initial_access_token";

    private final Sql sql;

    @Inject
    JdbcInitialAccessTokens(Sql sql) {
        this.sql = sql;
    }

    /** What the document column holds. */
    record Document(String name, String policy) {}

    @Override
    public Optional<InitialAccessToken> find(String tokenHash) {
        return sql.first(
                "select token_hash, document, expires_at from initial_access_token where token_hash = ?",
                JdbcInitialAccessTokens::token,
                tokenHash);
    }

    private static InitialAccessToken token(ResultSet row) throws SQLException {
        Document document = Json.read(row.getString("document"), Document.class);
        return new InitialAccessToken(
                row.getString("token_hash"),
                document.name(),
                Sql.optionalInstant(row, "expires_at"),
                document.policy());
    }

    private static FoundToken found(ResultSet row) throws SQLException {
        return new FoundToken(token(row), row.getString("owner"), row.getInt("clients"));
    }

    @Override
    public Optional<FoundToken> registered(String tokenHash) {
        return sql.first(
                WITH_CLIENTS + " where token_hash = ?",
                JdbcInitialAccessTokens::found,
                InitialAccessToken.REGISTRATION + ":",
                tokenHash);
    }

    @Override
    public List<FoundToken> page(String after, int limit) {
        return sql.all(
                WITH_CLIENTS + " where token_hash > ? order by token_hash limit ?",
                JdbcInitialAccessTokens::found,
                InitialAccessToken.REGISTRATION + ":",
                after,
                limit);
    }

    @Override
    public void save(InitialAccessToken token, String owner) {
        String document = Json.write(new Document(token.name(), token.policy()));
        @Nullable Instant expiresAt = token.expiresAt().orElse(null);
        if (!update(token.tokenHash(), owner, document, expiresAt)
                && !sql.insertOnce(
                        "insert into initial_access_token (token_hash, owner, document, expires_at)"
                                + " values (?, ?, ?, ?) on conflict do nothing",
                        token.tokenHash(),
                        owner,
                        document,
                        expiresAt)) {
            update(token.tokenHash(), owner, document, expiresAt);
        }
    }

    private boolean update(String tokenHash, String owner, String document, @Nullable Instant expiresAt) {
        return sql.update(
                        "update initial_access_token set owner = ?, document = ?, expires_at = ? where token_hash = ?",
                        owner,
                        document,
                        expiresAt,
                        tokenHash)
                == 1;
    }

    @Override
    public boolean delete(String tokenHash) {
        return sql.update("delete from initial_access_token where token_hash = ?", tokenHash) == 1;
    }

    @Override
    public Optional<String> ownerOf(String tokenHash) {
        return sql.first(
                "select owner from initial_access_token where token_hash = ?",
                row -> row.getString("owner"),
                tokenHash);
    }

    @Override
    public List<String> ownedBy(String owner) {
        return sql.all(
                "select token_hash from initial_access_token where owner = ? order by token_hash",
                row -> row.getString("token_hash"),
                owner);
    }
}
