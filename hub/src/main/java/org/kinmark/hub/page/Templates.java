package org.kinmark.hub.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Writes pages from templates that the compiler has checked. It is asked first: Spring's own resolver answers to every
/// name.
@Component
class Templates implements ViewResolver, Ordered {

    private static final String REDIRECT = "redirect:";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        return name.startsWith(REDIRECT) ? redirect(name.substring(REDIRECT.length())) : page(name);
    }

    private static View redirect(String path) {
        return (model, request, response) -> {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", path);
        };
    }

    private View page(String name) {
        return (model, request, response) -> {
            var page = new Utf8ByteOutput();
            engine.render(name + ".jte", parameters(model), page);
            response.setContentType("text/html; charset=utf-8");
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream()::write);
        };
    }

    /// What the template takes; Spring adds things of its own to a model.
    private static Map<String, Object> parameters(@Nullable Map<String, ?> model) {
        var parameters = new HashMap<String, Object>();
        Objects.requireNonNullElse(model, Map.<String, Object>of()).forEach((name, value) -> {
            if (value != null && !name.startsWith("org.springframework")) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }
}
