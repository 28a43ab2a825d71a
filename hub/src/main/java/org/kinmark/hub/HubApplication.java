package org.kinmark.hub;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The hub as a Spring application. Its packages are found from here; what may use what is said in each of them.
@SpringBootApplication
public class HubApplication {}
