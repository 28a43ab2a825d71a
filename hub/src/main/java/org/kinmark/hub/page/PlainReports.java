package org.kinmark.hub.page;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/// What the web server itself refuses, before any of ours sees it, is answered as we answer: its own report would
/// name it and its version.
@Configuration(proxyBeanMethods = false)
class PlainReports {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> reportsOfTheServer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /// Made by the web server, by its name.
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int code = response.getStatus();
            if (code < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                var status = HttpStatus.resolve(code);
                PlainAnswer.send(request, response, status == null ? HttpStatus.BAD_REQUEST : status, sentence(code));
                response.finishResponse();
            } catch (IOException | IllegalStateException _) {
                // Whoever asked is gone.
            }
        }

        private static String sentence(int code) {
            if (code == HttpStatus.NOT_FOUND.value()) {
                return "There is nothing here for you.";
            }
            if (code == HttpStatus.CONTENT_TOO_LARGE.value()) {
                return PlainAnswer.TOO_LARGE;
            }
            return code < HttpStatus.INTERNAL_SERVER_ERROR.value()
                    ? "The request cannot be read as it is."
                    : "This did not work. Try again later.";
        }
    }
}
