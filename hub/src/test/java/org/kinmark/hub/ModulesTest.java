package org.kinmark.hub;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void packages_use_each_other_only_as_they_declare() {
        ApplicationModules.of(HubApplication.class).verify();
    }
}
