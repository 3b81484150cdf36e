package dev.postern.data.database;

import dev.postern.data.SqlFailures;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The records that people edit, through JPA.
 *
 * <p>A write joins the caller's transaction or has one of its own: JPA cannot write without. It is flushed before it returns, so
 * that failures show here and plain statements of the same transaction see it.
 */
@Service
class Records {

    private final EntityManager entityManager;

    @Inject
    Records(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    <T> T read(Function<EntityManager, T> work) {
        try {
            return work.apply(entityManager);
        } catch (PersistenceException e) {
            throw SqlFailures.translated(e);
        }
    }

    /** @throws IllegalStateException if someone else changed the same record at the same time */
    @Transactional
    void write(Consumer<EntityManager> work) {
        decide(entities -> {
            work.accept(entities);
            return true;
        });
    }

    /** A write with a verdict. */
    @Transactional
    boolean decide(Predicate<EntityManager> work) {
        try {
            boolean verdict = work.test(entityManager);
            entityManager.flush();
            return verdict;
        } catch (OptimisticLockException e) {
            throw new IllegalStateException("the record was changed by someone else at the same time", e);
        } catch (PersistenceException e) {
            if (SqlFailures.isDuplicate(e)) {
                throw new IllegalStateException("the record was made by someone else at the same time", e);
            }
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
