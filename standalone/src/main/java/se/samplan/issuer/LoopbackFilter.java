package se.samplan.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Rejects requests that do not come from this machine under its own name: the demo clients' secret is public. */
class LoopbackFilter extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var local = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        var relayed = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        // The host name guards against DNS rebinding: a web page whose name resolves to this machine.
        if (local && !relayed && NAMES.contains(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "The demo issuer answers this machine only");
        }
    }
}
