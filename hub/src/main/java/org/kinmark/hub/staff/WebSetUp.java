package org.kinmark.hub.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.page.NotFound;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the guard before every route, and gives a handler whoever is signed in as an argument.
@Configuration(proxyBeanMethods = false)
class WebSetUp implements WebMvcConfigurer {

    private final RouteGuard guard;
    private final CurrentStaff current;

    WebSetUp(RouteGuard guard, CurrentStaff current) {
        this.guard = guard;
        this.current = current;
    }

    static {
        // Who is signed in is no parameter of the API.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WhoIsSignedIn(current));
    }

    private record WhoIsSignedIn(CurrentStaff current) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(SignedIn.class);
        }

        @Override
        public SignedIn resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return current.signedIn().orElseThrow(NotFound::new);
        }
    }
}
