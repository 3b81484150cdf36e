package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.data.SqlFailures;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Edits of the records that people edit, through JPA.
 *
 * <p>An edit joins the caller's transaction or has one of its own: JPA cannot write without. It is flushed before it returns, so
 * that failures show here and plain statements of the same transaction see it. A database that is away is noticed before JPA is
 * asked: EclipseLink would try for ten seconds.
 */
@Service
class Records {

    private final Sql sql;
    private final PersistenceUnit unit;

    @Inject
    Records(Sql sql, PersistenceUnit unit) {
        this.sql = sql;
        this.unit = unit;
    }

    /** @throws IllegalStateException if someone else changed the same record at the same time */
    @Transactional
    void write(Consumer<EntityManager> work) {
        decide(entities -> {
            work.accept(entities);
            return true;
        });
    }

    /** An edit with a verdict. */
    @Transactional
    boolean decide(Predicate<EntityManager> work) {
        sql.requireAnswer();
        try (EntityManager entities = unit.entityManager()) {
            boolean verdict = work.test(entities);
            entities.flush();
            return verdict;
        } catch (OptimisticLockException e) {
            throw new IllegalStateException("the record was changed by someone else at the same time", e);
        } catch (RuntimeException e) {
            if (SqlFailures.isDuplicate(e)) {
                throw new IllegalStateException("the record was made by someone else at the same time", e);
            }
            // Not every provider wraps what it throws in the exceptions of JPA.
            throw SqlFailures.translated(e);
        }
    }

    /** Removes a record. @return false if there was none */
    @Transactional
    boolean remove(Class<?> type, Object id) {
        return decide(entities -> {
            Object row = entities.find(type, id);
            if (row != null) {
                entities.remove(row);
            }
            return row != null;
        });
    }
}
