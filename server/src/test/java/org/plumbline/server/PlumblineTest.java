package org.plumbline.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// A test of the whole server with the library of this checkout, on 1 June 2026. Every test class has
/// this and nothing of its own beside it, so that one server is started for all of them: it listens
/// on a free port, and `MockMvc` reaches it without.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PlumblineServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
@AutoConfigureMockMvc
@Import(PlumblineTest.OneDay.class)
public @interface PlumblineTest {

    /// The clock of the tests.
    @Configuration(proxyBeanMethods = false)
    class OneDay {
        @Bean
        @Primary
        InstantSource oneDay() {
            return Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
        }
    }
}
