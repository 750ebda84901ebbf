package org.plumbline.server.desk;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock of the server; tests put their own in its place.
@Configuration
public class DeskClock {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
