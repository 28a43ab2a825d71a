package org.kinmark.hub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/// The hub as a Spring application. Its packages are found from here; what may use what is said in each of them.
///
/// There is no data source for everyone: each side of the boundary has its own. There is no page of errors either:
/// what comes to nothing is answered where it does.
@SpringBootApplication(
        exclude = {
            DataSourceAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
public class HubApplication {}
