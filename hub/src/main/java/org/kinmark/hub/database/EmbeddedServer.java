package org.kinmark.hub.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of the hub's own, in a folder that survives restarts. It ends with the hub, however the hub
/// ends.
///
/// As root the server runs in a user namespace, because PostgreSQL refuses to run as root; elsewhere it runs as
/// the hub's user. It listens on the loopback address alone, asks every role for its password, and logs no
/// statement.
final class EmbeddedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "kinmark_setup";

    private final FileLock lock;
    private final Administrator administrator;
    private final CompletableFuture<Integer> ended;
    private final Process process;
    private final Path data;

    private EmbeddedServer(
            FileLock lock, Administrator administrator, CompletableFuture<Integer> ended, Process process, Path data) {
        this.lock = lock;
        this.administrator = administrator;
        this.ended = ended;
        this.process = process;
        this.data = data;
    }

    /// Starts the server over a folder, which is made where there is none.
    ///
    /// @throws CannotStart where another hub uses the folder, or this machine cannot run the server
    static EmbeddedServer start(Path given) {
        // Absolute: a server is known by the folder on its command line.
        var folder = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            var lock = lock(folder);
            var programs = ServerProgram.unpackedIn(folder);
            var password = password(folder.resolve("database-password"));
            var data = folder.resolve("database");
            if (!Files.isDirectory(data)) {
                initialise(programs, folder, data);
            }
            requireSameVersion(data);
            StaleServer.stop(data);
            return launch(lock, programs, data, password);
        } catch (IOException e) {
            throw new CannotStart("The database in " + folder + " did not start: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the database was interrupted");
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: the answer is the same.
        }
        channel.close();
        throw new CannotStart("Another Kinmark uses the folder " + folder + ": stop it, or name another with --data");
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            RolePasswords.writePrivately(file, RolePasswords.draw());
        }
        return Files.readString(file).strip();
    }

    /// Into a folder of another name first, so that a half-made database is never taken for one.
    private static void initialise(Path programs, Path folder, Path data) throws IOException, InterruptedException {
        var unfinished = Files.createTempDirectory(folder, "initialising");
        run(
                asAnyUser(List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--pwfile=" + folder.resolve("database-password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C")),
                folder.resolve("initdb.log"));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireSameVersion(Path data) throws IOException {
        var version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!ServerProgram.VERSION.startsWith(version + ".")) {
            throw new CannotStart(
                    "The database in " + data + " is of PostgreSQL " + version + ", and this Kinmark brings "
                            + ServerProgram.VERSION + ": move its data with pg_dump, or use the Kinmark that made it");
        }
    }

    private static EmbeddedServer launch(FileLock lock, Path programs, Path data, String password)
            throws IOException, InterruptedException {
        int port = freePort();
        var command = asAnyUser(command(programs, data, port));
        var started = new CompletableFuture<Process>();
        var ended = new CompletableFuture<Integer>();
        // The server is told to stop when the thread that forked it ends: so that thread waits as long as the server
        // runs.
        Thread.ofPlatform().daemon().name("database server").start(() -> watch(command, data, started, ended));
        Process process;
        try {
            process = started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart(
                    "The programs unshare and setpriv (package util-linux) are needed to run the database,"
                            + " and could not be started");
        }
        var administrator = new Administrator("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
        var server = new EmbeddedServer(lock, administrator, ended, process, data);
        server.awaitReady();
        return server;
    }

    private static List<String> command(Path programs, Path data, int port) {
        var command = new ArrayList<>(List.of(
                "setpriv",
                "--pdeathsig",
                "INT",
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port)));
        var settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=128MB",
                "max_wal_size=2GB",
                "log_statement=none",
                "log_min_error_statement=panic",
                "log_min_duration_statement=-1",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "log_error_verbosity=terse",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static void watch(
            List<String> command, Path data, CompletableFuture<Process> started, CompletableFuture<Integer> ended) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling("database.log").toFile()))
                    .start();
            started.complete(process);
            while (true) {
                try {
                    ended.complete(process.waitFor());
                    return;
                } catch (InterruptedException _) {
                    // This thread's only work is to outlive the server.
                }
            }
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    private void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (ended.isDone()) {
                throw new CannotStart(
                        "The database did not start; " + data.resolveSibling("database.log") + " says why");
            }
            try (var connection = administrator.connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException _) {
                Thread.sleep(20);
            }
        }
        close();
        throw new CannotStart("The database did not answer in " + PATIENCE.toSeconds() + " seconds");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The command, in a user namespace where this is root.
    private static List<String> asAnyUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        var unprivileged = new ArrayList<>(List.of("unshare", "-U"));
        unprivileged.addAll(command);
        return unprivileged;
    }

    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new CannotStart(
                    "The programs unshare and setpriv (package util-linux) are needed to run the database");
        }
        if (process.waitFor() != 0) {
            throw new CannotStart("The database could not be made; " + log
                    + " says why. As root, user namespaces must be allowed; or start Kinmark as another user, or set"
                    + " KINMARK_DATABASE_URL");
        }
        Files.delete(log);
    }

    Administrator administrator() {
        return administrator;
    }

    /// The server's own process, for tests that end it.
    ProcessHandle process() {
        return process.toHandle();
    }

    /// Stops the server as a shutdown does: what is committed stays.
    @Override
    public void close() {
        process.destroy();
        try {
            ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            process.destroyForcibly();
        }
        release(lock);
    }

    private static void release(@Nullable FileLock lock) {
        if (lock != null) {
            try {
                lock.acquiredBy().close();
            } catch (IOException _) {
                // The lock ends with the process at the latest.
            }
        }
    }

    /// For files that hold a secret.
    static final java.nio.file.attribute.FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
}
