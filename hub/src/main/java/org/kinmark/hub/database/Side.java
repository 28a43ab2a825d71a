package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A way into the database as one role: what the role may not do, no statement sent through here can.
///
/// An act is one transaction for one unit; row-level security shows it that unit's rows alone. Nothing is read
/// outside an act.
public abstract sealed class Side implements AutoCloseable
        permits TeamSide, HealthSide, DispatchSide, ReleaseSide, StaffSide {

    private static final Logger LOG = LoggerFactory.getLogger(Side.class);

    /// Bound to the transaction where it is for no unit in particular.
    private static final UUID NO_UNIT = new UUID(0, 0);

    /// As whom an act is done that leaves no family out.
    private static final String NOBODY = "";

    private final Ids ids = new Ids();
    private final HikariDataSource pool;
    private final JdbcClient statements;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionTemplate transactions;

    Side(HikariConfig pool) {
        this.pool = new HikariDataSource(pool);
        this.batches = new NamedParameterJdbcTemplate(this.pool);
        this.statements = JdbcClient.create(batches);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(this.pool));
    }

    /// Does something in one transaction for one unit, and answers. Within an act for the same unit it is part of that
    /// one.
    ///
    /// @throws IllegalStateException within an act for another unit
    public <T extends @Nullable Object> T act(UUID unit, Supplier<T> what) {
        return within(unit, what);
    }

    /// Does something in one transaction for one unit.
    public void run(UUID unit, Runnable what) {
        within(unit, () -> {
            what.run();
            return true;
        });
    }

    <T extends @Nullable Object> T actWithoutUnit(Supplier<T> what) {
        return within(NO_UNIT, what);
    }

    @SuppressWarnings("NullAway") // what the transaction answers is what the supplier did
    private <T extends @Nullable Object> T within(UUID unit, Supplier<T> what) {
        var current = TransactionSynchronizationManager.getResource(this);
        if (current != null) {
            if (!current.equals(unit)) {
                throw new IllegalStateException("an act for one unit within an act for another");
            }
            return what.get();
        }
        return transactions.execute(_ -> {
            TransactionSynchronizationManager.bindResource(this, unit);
            try {
                if (!unit.equals(NO_UNIT)) {
                    sql("select set_config('kinmark.unit', :unit, true), set_config('kinmark.worker', :worker, true)")
                            .param("unit", unit.toString())
                            .param("worker", Worker.now().map(UUID::toString).orElse(NOBODY))
                            .query((_, _) -> true)
                            .single();
                }
                return what.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(this);
            }
        });
    }

    /// Within an act: does something that needs every family of the unit, those to which whoever acts has a
    /// relation too, because it is worked out of all of them. What comes of it is shown to them without those.
    public <T extends @Nullable Object> T onAllFamilies(Supplier<T> what) {
        var worker = Worker.now();
        if (worker.isEmpty()) {
            return what.get();
        }
        actAs(NOBODY);
        try {
            var done = what.get();
            actAs(worker.get().toString());
            return done;
        } catch (RuntimeException e) {
            leaveOutAgain(worker.get(), e);
            throw e;
        }
    }

    private void leaveOutAgain(UUID worker, RuntimeException after) {
        try {
            actAs(worker.toString());
        } catch (RuntimeException e) {
            // The transaction is lost, and nothing is read in it any more.
            after.addSuppressed(e);
        }
    }

    private void actAs(String worker) {
        sql("select set_config('kinmark.worker', :worker, true)")
                .param("worker", worker)
                .query(String.class)
                .single();
    }

    /// Within an act: has something done by another hand once what this one wrote is kept, and never before. Where it
    /// fails the act stands: the hub does every second whatever is left to do, and nobody is told that what they
    /// recorded was not.
    public void onceKept(Runnable what) {
        requireAct();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    what.run();
                } catch (RuntimeException e) {
                    LOG.warn(
                            "What follows an act is done later: {}",
                            e.getClass().getName());
                }
            }
        });
    }

    /// A statement, with `:name` for what is put into it.
    ///
    /// @throws IllegalStateException outside an act
    public JdbcClient.StatementSpec sql(String statement) {
        requireAct();
        return statements.sql(statement);
    }

    /// The same statement for many rows, each with all of its names.
    public void batch(String statement, List<? extends Map<String, ?>> rows) {
        requireAct();
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    statement, rows.stream().map(MapSqlParameterSource::new).toArray(MapSqlParameterSource[]::new));
        }
    }

    /// A random id, from a source from which no other side draws.
    public UUID newId() {
        return ids.draw();
    }

    Ids ids() {
        return ids;
    }

    private void requireAct() {
        if (TransactionSynchronizationManager.getResource(this) == null) {
            throw new IllegalStateException("a statement outside an act");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
