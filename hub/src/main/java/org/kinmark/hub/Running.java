package org.kinmark.hub;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.CannotStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A hub that runs, until it is closed.
final class Running implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Starts one.
    ///
    /// @param port 0 for any that is free
    /// @param databaseUrl null for the embedded database
    static Running start(Path data, String address, int port, @Nullable String databaseUrl, boolean demonstration) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("kinmark.data", data.toString());
        settings.put("kinmark.demonstration", demonstration);
        settings.put("server.address", address);
        settings.put("server.port", port);
        settings.put("kinmark.database-url", databaseUrl == null ? "" : databaseUrl);
        return start(settings);
    }

    static Running start(Map<String, Object> settings) {
        var application = new SpringApplication(HubApplication.class);
        // First of all sources: what a command says holds, whatever the environment has.
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("kinmark command", settings)));
        application.setRegisterShutdownHook(true);
        return new Running(application.run());
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /// Why something came to nothing, as one sentence for whoever runs the hub.
    static String sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known.sentence();
            }
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort() + " is in use by another program; name another with --port";
            }
            if (cause instanceof BindException) {
                return "This address and port cannot be listened on; name others with --address and --port";
            }
        }
        if (failure instanceof IOException io && io.getMessage() != null) {
            return io.getMessage();
        }
        return "Something that nobody thought of stopped this: "
                + failure.getClass().getName();
    }

    @Override
    public void close() {
        context.close();
    }
}
