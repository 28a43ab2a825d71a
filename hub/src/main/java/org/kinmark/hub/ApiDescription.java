package org.kinmark.hub;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The API's description of itself names fields as they are sent, and says that the API is here: where that is,
/// whoever fetched it knows, and what a request called it is not repeated.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI here() {
        return new OpenAPI().info(new Info().title("Kinmark").version("1")).servers(List.of(new Server().url("/")));
    }

    @Bean
    ModelResolver fieldsAsTheyAreSent(ObjectMapperProvider mappers) {
        // A copy: the description's own fields keep their names.
        return new ModelResolver(
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }
}
