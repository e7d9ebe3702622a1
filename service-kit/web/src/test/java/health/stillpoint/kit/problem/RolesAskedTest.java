package health.stillpoint.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class RolesAskedTest {

    @RolesAllowed("auditor")
    static class Resource {

        @RolesAllowed({"therapist", "monitor"})
        void some() { }

        void asTheClass() { }

        @RolesAllowed("**")
        void anybody() { }
    }

    static class Unguarded {

        void nobody() { }
    }

    @Test
    void areThoseOfTheAnnotationAndNoOther() throws NoSuchMethodException {
        assertThat(RolesAsked.of(Resource.class.getDeclaredMethod("some"))).contains("One of these roles is needed: monitor, therapist.");
        assertThat(RolesAsked.of(Resource.class.getDeclaredMethod("asTheClass"))).contains("The role auditor is needed.");
    }

    @Test
    void areNotToldWhereThereAreNone() throws NoSuchMethodException {
        assertThat(RolesAsked.of(Resource.class.getDeclaredMethod("anybody"))).isEmpty();
        assertThat(RolesAsked.of(Unguarded.class.getDeclaredMethod("nobody"))).isEmpty();
    }
}
