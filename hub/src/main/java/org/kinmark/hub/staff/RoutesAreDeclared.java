package org.kinmark.hub.staff;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Refuses to start where a route of ours does not say who may call it.
@Component
class RoutesAreDeclared implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping routes;

    RoutesAreDeclared(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.routes = requestMappingHandlerMapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.kinmark")
                    && method.hasMethodAnnotation(AllowedTo.class) == method.hasMethodAnnotation(OpenToAll.class)) {
                throw new IllegalStateException("Route " + route + " must say who may call it, once");
            }
        });
    }
}
