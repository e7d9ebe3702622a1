package health.stillpoint.kit.paging;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says the address of the next page in the {@code Link} header too: relative to the request's own address, as the service does not know
 * below which path the gateway shows it. Its last segment is said, though a query alone would do: {@link java.net.URI} resolves that wrongly.
 */
class NextLink {

    @ServerResponseFilter
    void link(ContainerResponseContext response, UriInfo address) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            String next = address.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build().getRawQuery();
            String path = address.getRequestUri().getRawPath();
            String list = path.substring(path.lastIndexOf('/') + 1);
            response.getHeaders().putSingle("Link", "<" + list + "?" + next + ">; rel=\"next\"");
        }
    }
}
