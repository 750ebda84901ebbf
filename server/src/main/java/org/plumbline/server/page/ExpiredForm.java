package org.plumbline.server.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/// A form that came without its token: where it only asks something, what was sent is shown again, to
/// be sent once more. Nothing of it was read.
public final class ExpiredForm implements AccessDeniedHandler {

    static final String PATH = "/expired";

    /// Forms that change nothing anywhere.
    private static final List<String> ASKING =
            List.of("/ask", "/answer", "/interview", "/record", "/record/pdf");

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST") && ASKING.contains(request.getServletPath())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.setAttribute(PATH, request.getServletPath());
            request.getRequestDispatcher(PATH).forward(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
