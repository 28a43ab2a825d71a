package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kinmark.hub.database.Worker;
import org.kinmark.hub.page.NotFound;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request reach its handler only where the handler names a role of who is signed in, and has the
/// database leave out the families that are their own.
@Component
class RouteGuard implements HandlerInterceptor {

    private final CurrentStaff current;

    RouteGuard(CurrentStaff current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // It would tell which routes there are.
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            throw new NotFound();
        }
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("org.kinmark")
                || method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        var allowed = method.getMethodAnnotation(AllowedTo.class);
        var who = current.signedIn().orElseThrow(NotFound::new);
        if (allowed == null || !Permission.holds(who, allowed)) {
            throw new NotFound();
        }
        Worker.is(who.person());
        return true;
    }
}
