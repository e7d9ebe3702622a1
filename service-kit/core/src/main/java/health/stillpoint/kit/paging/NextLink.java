package health.stillpoint.kit.paging;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says the address of the next page in the {@code Link} header too. */
class NextLink {

    @ServerResponseFilter
    void link(ContainerResponseContext response, UriInfo address) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            String next = address.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build().getRawQuery();
            response.getHeaders().putSingle("Link", "<" + address.getRequestUri().getRawPath() + "?" + next + ">; rel=\"next\"");
        }
    }
}
