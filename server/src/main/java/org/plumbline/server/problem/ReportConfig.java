package org.plumbline.server.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has the web server report errors by [PlainReport]. It stands within whatever else reports them, and
/// the first to report is heard.
@Configuration
class ReportConfig {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainReport() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(PlainReport.class.getName());
                    }
                });
    }
}
