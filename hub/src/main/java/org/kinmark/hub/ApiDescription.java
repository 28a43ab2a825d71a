package org.kinmark.hub;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The API's description of itself names fields as they are sent.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    ModelResolver fieldsAsTheyAreSent(ObjectMapperProvider mappers) {
        // A copy: the description's own fields keep their names.
        return new ModelResolver(
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }
}
