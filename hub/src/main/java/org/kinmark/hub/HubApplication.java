package org.kinmark.hub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// The hub as a Spring application. Its packages are found from here; what may use what is said in each of them.
///
/// There is no data source for everyone: each side of the boundary has its own.
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class HubApplication {}
