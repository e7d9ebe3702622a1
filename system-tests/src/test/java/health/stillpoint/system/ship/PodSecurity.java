package health.stillpoint.system.ship;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Pod Security Standard <em>restricted</em>, and what we ask beyond it: a read-only root, limits, no API token.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
final class PodSecurity {

    private PodSecurity() {}

    static List<String> faults(PodSpec pod) {
        List<String> faults = new ArrayList<>();
        require(faults, !yes(pod.getHostNetwork()) && !yes(pod.getHostPID()) && !yes(pod.getHostIPC()), "uses the host's namespaces");
        require(faults, Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "mounts an API token");
        pod.getVolumes().forEach(volume -> require(faults, allowed(volume), "volume " + volume.getName() + " is of a kind not allowed"));
        List<Container> containers = new ArrayList<>(pod.getContainers());
        containers.addAll(pod.getInitContainers());
        containers.forEach(container -> containerFaults(pod, container, faults));
        return faults;
    }

    private static void containerFaults(PodSpec pod, Container container, List<String> faults) {
        SecurityContext context = Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
        Capabilities capabilities = Optional.ofNullable(context.getCapabilities()).orElseGet(Capabilities::new);
        String name = container.getName() + " ";
        require(faults, Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), name + "may escalate privileges");
        require(faults, !yes(context.getPrivileged()), name + "is privileged");
        require(faults, yes(context.getRunAsNonRoot()), name + "may run as root");
        require(faults, pod.getSecurityContext() != null && positive(pod.getSecurityContext().getRunAsUser()), name + "names no user id above 0");
        require(faults, context.getRunAsUser() == null || context.getRunAsUser() > 0, name + "runs as root");
        require(faults, yes(context.getReadOnlyRootFilesystem()), name + "may write to its own files");
        require(faults, capabilities.getDrop().contains("ALL"), name + "keeps capabilities");
        require(faults, List.of("NET_BIND_SERVICE").containsAll(capabilities.getAdd()), name + "adds capabilities");
        require(faults, context.getSeccompProfile() != null && "RuntimeDefault".equals(context.getSeccompProfile().getType()), name + "has no seccomp profile");
        require(faults, container.getPorts().stream().allMatch(port -> port.getHostPort() == null), name + "takes a port of the host");
        require(faults, container.getResources() != null && container.getResources().getLimits().keySet().containsAll(List.of("cpu", "memory"))
                && container.getResources().getRequests().keySet().containsAll(List.of("cpu", "memory")), name + "has no limits and requests");
    }

    private static boolean allowed(Volume volume) {
        return volume.getEmptyDir() != null || volume.getSecret() != null || volume.getConfigMap() != null
                || volume.getProjected() != null || volume.getPersistentVolumeClaim() != null;
    }

    private static boolean yes(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean positive(Long value) {
        return value != null && value > 0;
    }

    private static void require(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
