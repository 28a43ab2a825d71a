package org.kinmark.hub.staff;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id, which takes 16 MB and a good part of a second by intention: a few at once, some more in a line, and
/// nobody after those. A flood of sign-ins takes no more memory than that, holds no connection to the database
/// meanwhile, and is told at once to come back later.
///
/// On threads of its own, no more than half of what the machine can run: the virtual threads that serve everybody else
/// are never without a processor.
@Component
class SlowHash implements AutoCloseable {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int IN_LINE = 32;

    private final PasswordEncoder passwords;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(IN_LINE),
            new ThreadPoolExecutor.AbortPolicy());

    SlowHash(PasswordEncoder passwords) {
        this.passwords = passwords;
    }

    /// @throws TooMany where the line is full
    boolean matches(String password, String hash) {
        return inTurn(() -> passwords.matches(password, hash));
    }

    /// @throws TooMany where the line is full
    String of(String password) {
        return inTurn(() -> String.valueOf(passwords.encode(password)));
    }

    private <T> T inTurn(Callable<T> what) {
        try {
            return threads.submit(what).get();
        } catch (RejectedExecutionException _) {
            throw new TooMany();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TooMany();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a password could not be hashed", failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
