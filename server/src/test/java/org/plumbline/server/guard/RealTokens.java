package org.plumbline.server.guard;

import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;

/// The tokens of forms as they are outside of tests. `csrf()` of a `MockMvc` test puts a session in
/// their place for everybody, and leaves it there.
final class RealTokens {

    private RealTokens() {}

    /// Puts them back into a running server.
    static void restore(ApplicationContext context) {
        context
                .getBean("springSecurityFilterChain", FilterChainProxy.class)
                .getFilterChains()
                .stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .forEach(filter ->
                        ReflectionTestUtils.setField(
                                filter, "tokenRepository", GuardConfig.tokens()));
    }
}
