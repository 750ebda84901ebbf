package org.plumbline.server.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import org.plumbline.server.desk.Desk;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The tools over streamable HTTP at `/mcp`, without sessions: each call stands by itself, and nothing
/// is remembered between two. Who may call is settled by the guard, as for everything else here.
@Configuration
class HttpServer {

    private static final int LARGEST = 128 * 1024;

    @Bean
    HttpServletStatelessServerTransport mcpTransport() {
        return HttpServletStatelessServerTransport.builder()
                .jsonMapper(new PlainErrors(Sdk.json()))
                .messageEndpoint("/mcp")
                .maxRequestSize(LARGEST)
                .build();
    }

    @Bean
    ServletRegistrationBean<HttpServletStatelessServerTransport> mcpServlet(
            HttpServletStatelessServerTransport transport) {
        var registration = new ServletRegistrationBean<>(transport, "/mcp");
        registration.setName("mcp");
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    Tools tools(Desk desk) {
        return new Tools(desk);
    }

    /// Behind the guard, before the transport.
    @Bean
    FilterRegistrationBean<CallCheck> callCheck(Tools tools) {
        var registration =
                new FilterRegistrationBean<>(
                        new CallCheck(LARGEST, tools.all().stream().map(Tool::name).toList()));
        registration.addUrlPatterns("/mcp");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean(destroyMethod = "close")
    McpStatelessSyncServer mcpServer(HttpServletStatelessServerTransport transport, Tools tools) {
        return McpServer.sync(transport)
                .serverInfo(Sdk.name())
                .instructions(Tools.INSTRUCTIONS)
                .capabilities(Sdk.capabilities())
                .jsonMapper(Sdk.json())
                .jsonSchemaValidator(Sdk.VALIDATOR)
                .tools(
                        tools.all().stream()
                                .map(tool ->
                                        new SyncToolSpecification(
                                                Sdk.tool(tool),
                                                (_, request) -> Sdk.result(tool, request)))
                                .toList())
                .build();
    }
}
