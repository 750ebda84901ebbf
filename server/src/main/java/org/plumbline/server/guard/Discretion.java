package org.plumbline.server.guard;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nothing of a request into a log.
///
/// What a framework logs may quote what was typed, even at the level of errors. So while a request
/// is served nobody but ourselves may log, and outside of requests nothing below a warning. A fault
/// is told by its kinds and its places alone, never by its messages, under a reference that is
/// shown to whoever asked and holds nothing of the case. Parameters that cannot be read (bytes that
/// are no UTF-8, or too many) are a fault of the request and not of ours: 400 or 413, and no log.
final class Discretion extends OncePerRequestFilter {

    /// The request attribute under which the reference of a fault stands.
    static final String REFERENCE = "plumbline.reference";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Discretion.class);
    private static final String OURS = "org.plumbline.";
    private static final int DIGITS = 4;
    private static final int PLACES = 12;
    private static final ThreadLocal<Boolean> SERVING = ThreadLocal.withInitial(() -> false);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Keeps the frameworks quiet.
    static final class Hush extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable problem) {
            if (logger.getName().startsWith(OURS)) {
                return FilterReply.NEUTRAL;
            }
            return SERVING.get() || !level.isGreaterOrEqual(Level.WARN)
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }

    Discretion() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(Hush.class::isInstance)) {
            var hush = new Hush();
            hush.setContext(context);
            hush.start();
            context.addTurboFilter(hush);
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean within = SERVING.get();
        SERVING.set(true);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | LinkageError problem) {
            failed(request, response, problem);
        } finally {
            SERVING.set(within);
        }
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, Throwable problem)
            throws IOException {
        if (response.isCommitted()) {
            // Whoever asked went away, or sees a page cut short; there is nothing left to say.
            return;
        }
        Optional<InvalidParameterException> unreadable = unreadable(problem);
        if (unreadable.isPresent()) {
            int code = unreadable.get().getErrorCode();
            response.sendError(
                    code >= 400 && code < 500 ? code : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        byte[] digits = new byte[DIGITS];
        RANDOM.nextBytes(digits);
        String reference = HexFormat.of().formatHex(digits);
        LOG.error("fault {}: {}", reference, told(problem));
        request.setAttribute(REFERENCE, reference);
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private static Optional<InvalidParameterException> unreadable(Throwable problem) {
        for (@Nullable Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof InvalidParameterException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// Kinds and places, from the outermost to its first cause.
    private static String told(Throwable problem) {
        StringBuilder all = new StringBuilder();
        for (@Nullable Throwable at = problem; at != null; at = at.getCause()) {
            all.append(all.isEmpty() ? "" : "\n  because of ")
                    .append(at.getClass().getName())
                    .append(
                            Arrays.stream(at.getStackTrace())
                                    .limit(PLACES)
                                    .map(place -> "\n    at " + place)
                                    .collect(Collectors.joining()));
        }
        return all.toString();
    }

    /// Errors are shown by a second dispatch, of which nothing may be logged either.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
