package org.kinmark.hub.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a route: the roles on each side of the boundary. Every route has this or [OpenToAll]; the hub does not
/// start where one has neither. To anybody else the route is not there.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    /// In the family team.
    Role[] team() default {};

    /// In a unit on the health side.
    Role[] health() default {};

    /// In the partnership's own unit.
    Role[] partnership() default {};

    /// Whoever is signed in, in any unit and role.
    boolean everyone() default false;
}
