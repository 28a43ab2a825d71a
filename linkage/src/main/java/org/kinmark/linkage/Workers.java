package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Splits a range of records into pieces and works on them with a fixed number of threads.
///
/// The pieces are the same on any number of threads, and their results come back in their order, so that no result
/// depends on how the work was divided.
final class Workers implements AutoCloseable {

    private static final int PIECE = 1 << 14;

    private final ExecutorService threads;

    Workers(int threads) {
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "linkage");
            thread.setDaemon(true);
            return thread;
        });
    }

    /// What is done with the records from `start` (inclusive) to `end` (exclusive).
    @FunctionalInterface
    interface Piece<T> {
        T work(int start, int end);
    }

    /// The results of all pieces of 0 to size, in order.
    <T> List<T> each(int size, Piece<T> piece) {
        var running = new ArrayList<Future<T>>();
        for (int start = 0; start < size; start += PIECE) {
            int from = start;
            int to = Math.min(size, start + PIECE);
            running.add(threads.submit(() -> piece.work(from, to)));
        }
        var results = new ArrayList<T>(running.size());
        for (var result : running) {
            results.add(waitFor(result));
        }
        return results;
    }

    /// What comes of each of these, in their order.
    <S, T> List<T> all(List<S> those, Function<S, T> work) {
        var running = those.stream().map(one -> start(() -> work.apply(one))).toList();
        return running.stream().map(Workers::waitFor).toList();
    }

    /// Begins something beside all else.
    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /// The result, once it is there.
    static <T> T waitFor(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a piece of the work failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
