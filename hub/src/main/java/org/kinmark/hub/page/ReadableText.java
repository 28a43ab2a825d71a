package org.kinmark.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Refuses what no database can keep before any act sees it: text with a NUL character, and moments outside the years
/// 1900 to 2200.
@Configuration(proxyBeanMethods = false)
class ReadableText implements WebMvcConfigurer, HandlerInterceptor {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean hostile = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
        if (hostile || request.getServletPath().indexOf('\0') >= 0) {
            throw new Problem(HttpStatus.BAD_REQUEST, "The request cannot be read as it is.");
        }
        return true;
    }

    @Bean
    JacksonModule readableValues() {
        return new SimpleModule("readable values")
                .addDeserializer(String.class, new Text())
                .addDeserializer(Instant.class, new Moment());
    }

    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(json, context);
            return text != null && text.indexOf('\0') >= 0
                    ? context.reportInputMismatch(String.class, "a NUL character")
                    : text;
        }
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            var moment = InstantDeserializer.INSTANT.deserialize(json, context);
            if (moment == null) {
                return moment;
            }
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            return year < EARLIEST || year > LATEST
                    ? context.reportInputMismatch(Instant.class, "a year that no round has")
                    : moment;
        }
    }
}
