package org.kinmark.hub.database;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the database before anything else, and one way in for each side.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final int MANY = 12;
    private static final int FEW = 4;

    @Bean
    Database database(DatabaseSettings settings) {
        return Database.open(settings);
    }

    @Bean
    TeamSide teamSide(Database database) {
        return new TeamSide(database.as(DatabaseRole.TEAM, MANY));
    }

    @Bean
    HealthSide healthSide(Database database) {
        return new HealthSide(database.as(DatabaseRole.HEALTH, MANY));
    }

    @Bean
    DispatchSide dispatchSide(Database database) {
        return new DispatchSide(database.as(DatabaseRole.DISPATCH, FEW));
    }

    @Bean
    ReleaseSide releaseSide(Database database) {
        return new ReleaseSide(database.as(DatabaseRole.RELEASE, FEW));
    }

    @Bean
    StaffSide staffSide(Database database) {
        return new StaffSide(database.as(DatabaseRole.STAFF, MANY));
    }

    @Bean
    @ConditionalOnProperty(name = "kinmark.demonstration", havingValue = "false", matchIfMissing = true)
    InstantSource systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnProperty("kinmark.demonstration")
    DemonstrationClock demonstrationClock(StaffSide staff) {
        return DemonstrationClock.of(staff);
    }

    @Bean
    @ConditionalOnProperty("kinmark.demonstration")
    DemonstrationIds demonstrationIds(
            TeamSide team, DispatchSide dispatch, StaffSide staff, HealthSide health, ReleaseSide release) {
        return new DemonstrationIds(team, dispatch, staff, health, release);
    }
}
