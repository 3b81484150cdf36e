package dev.postern.container;

import dev.postern.data.Sql;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A service with transactions as ours have them: it edits a record by JPA and inserts a row by a plain statement. */
@Service
public class TestTransactions {

    private final Users users;
    private final Sql sql;

    @Inject
    public TestTransactions(Users users, Sql sql) {
        this.users = users;
        this.sql = sql;
    }

    @Transactional(dontRollbackOn = OAuthRefused.class)
    public void write(String id) {
        writeBoth(id);
    }

    @Transactional(dontRollbackOn = OAuthRefused.class)
    public void writeAndRefuse(String id) {
        writeBoth(id);
        throw new OAuthRefused(OAuthErrorCode.INVALID_GRANT, "refused after all");
    }

    @Transactional(dontRollbackOn = OAuthRefused.class)
    public void writeAndFail(String id) {
        writeBoth(id);
        throw new IllegalStateException("failed after all");
    }

    /** What the table of users and the table of revocations know: the first is written by JPA, the second is not. */
    public Found find(String id) {
        boolean row = sql.first("select 1 from revocation where id = ?", found -> true, id)
                .isPresent();
        return new Found(users.bySubject(id).isPresent(), row);
    }

    private void writeBoth(String id) {
        users.save(new User(id, id, "", Map.of(), Set.of(), true), "test");
        sql.update("insert into revocation (id, expires_at) values (?, ?)", id, Instant.EPOCH);
        if (!find(id).equals(Found.BOTH)) {
            throw new AssertionError("a transaction does not see what it wrote");
        }
    }

    /** Which of the two is there. */
    public record Found(boolean record, boolean row) {

        static final Found BOTH = new Found(true, true);
        static final Found NOTHING = new Found(false, false);
    }
}
