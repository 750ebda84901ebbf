package org.plumbline.server.guard;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.plumbline.server.page.ExpiredForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/// Headers on every response, CSRF on every form, limits on every request, no accounts.
@Configuration
public class GuardConfig {

    /// The cookie that holds the token of a form, and the only one there is.
    static final String COOKIE = "plumbline-form";

    /// Everything from here, nothing from anywhere else, nothing inline.
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                    + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /// What a page may ask of the machine: nothing.
    static final String PERMISSIONS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    @Bean
    SecurityFilterChain guard(HttpSecurity http, HostCheck hosts, BodyLimit body, RateLimit rate) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens())
                                .ignoringRequestMatchers("/api/v1/**", "/mcp"))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                                .frameOptions(frame -> frame.deny())
                                .contentTypeOptions(Customizer.withDefaults())
                                .permissionsPolicyHeader(p -> p.policy(PERMISSIONS))
                                .crossOriginOpenerPolicy(
                                        c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .crossOriginEmbedderPolicy(
                                        c -> c.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
                                .crossOriginResourcePolicy(
                                        c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(e -> e.accessDeniedHandler(new ExpiredForm()))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                // Behind the writer of headers, so that a refusal carries them too.
                .addFilterAfter(hosts, HeaderWriterFilter.class)
                .addFilterAfter(body, HostCheck.class)
                .addFilterAfter(rate, BodyLimit.class)
                .build();
    }

    /// The token of a form is kept by the browser alone: a form outlives a restart of the server.
    static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(COOKIE);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        return tokens;
    }

    /// Outside of everything else, so that nothing gets past it.
    @Bean
    FilterRegistrationBean<Discretion> discretion() {
        var registration = new FilterRegistrationBean<>(new Discretion());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    HostCheck hostCheck(@Value("${plumbline.hosts:}") List<String> hosts) {
        return new HostCheck(hosts);
    }

    @Bean
    BodyLimit bodyLimit(@Value("${plumbline.body-limit}") DataSize limit) {
        return new BodyLimit(limit.toBytes());
    }

    @Bean
    RateLimit rateLimit(
            @Value("${plumbline.rate}") int rate, @Value("${plumbline.rate-here}") int here) {
        LongSupplier now = System::nanoTime;
        return new RateLimit(buckets(rate, now), buckets(here, now));
    }

    private static TokenBuckets buckets(int perSecond, LongSupplier now) {
        return new TokenBuckets(
                perSecond, Duration.ofSeconds(4).toSeconds() * perSecond, RateLimit.ADDRESSES, now);
    }

    // Filters that are beans run once more by themselves unless they are told not to.

    @Bean
    FilterRegistrationBean<HostCheck> hostCheckOnce(HostCheck filter) {
        return inChainOnly(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimitOnce(BodyLimit filter) {
        return inChainOnly(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<RateLimit> rateLimitOnce(RateLimit filter) {
        return inChainOnly(new FilterRegistrationBean<>(filter));
    }

    /// Links are written as they stand: the chain of resources is searched when one of them is asked for,
    /// and not for each link of each page, which cost a tenth of a page.
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> linksAsTheyStand() {
        return inChainOnly(new FilterRegistrationBean<>(new ResourceUrlEncodingFilter()));
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> inChainOnly(
            FilterRegistrationBean<T> registration) {
        registration.setEnabled(false);
        return registration;
    }
}
