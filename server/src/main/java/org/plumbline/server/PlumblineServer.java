package org.plumbline.server;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/// The web application: `plumbline serve`.
// Nobody signs in: no user is made up at the start.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class PlumblineServer {

    /// Starts listening.
    ///
    /// @param address the address to listen on; loopback unless somebody asks for more
    /// @param port the port; 0 takes a free one
    /// @return the running application; closing it stops it
    public static ConfigurableApplicationContext start(String address, int port) {
        return start(address, port, "");
    }

    /// Starts listening, under names of its own.
    ///
    /// @param hosts names by which others reach it, separated by commas, beside numeric addresses
    ///     and `localhost`
    public static ConfigurableApplicationContext start(String address, int port, String hosts) {
        var application = new SpringApplication(PlumblineServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(
                Map.of(
                        "server.address", address,
                        "server.port", String.valueOf(port),
                        "plumbline.hosts", hosts));
        return application.run();
    }
}
